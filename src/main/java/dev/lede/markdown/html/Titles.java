package dev.lede.markdown.html;

import dev.lede.markdown.text.Whitespace;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/** Plain text of headings. */
final class Titles {

    private Titles() {}

    static String of(Element heading) {
        var title = new StringBuilder();
        NodeTraversor.filter((node, depth) -> take(node, title), heading);
        return Whitespace.fold(title);
    }

    private static FilterResult take(Node node, StringBuilder title) {
        if (node instanceof TextNode words) {
            title.append(words.getWholeText());
        } else if (node instanceof Element element) {
            if (Elements.isDropped(element) || Elements.isSilent(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            title.append(element.nameIs("br") ? " " : "");
        }
        return FilterResult.CONTINUE;
    }
}
