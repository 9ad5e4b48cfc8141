package dev.lede.markdown.tag;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Takes the placeholders out of a page: in code there is the tag as it is written, elsewhere nothing, but for references,
 * which stay in the {@code href} of links. For one page; not thread-safe.
 */
public final class PageTags implements NodeVisitor {

    private static final Set<String> CODE = Set.of("pre", "code");

    /** Elements that are only there for the text in them. */
    private static final Set<String> NOTHING_WITHOUT_TEXT = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "blockquote",
            "a",
            "em",
            "strong",
            "b",
            "i",
            "u",
            "s",
            "del",
            "ins",
            "mark",
            "small",
            "sub",
            "sup",
            "span");

    private static final Set<String> NO_CONTENT = Set.of("br", "wbr");

    private final Tags tags;
    private final Set<Node> emptied = new HashSet<>();
    private final Deque<Content> open = new ArrayDeque<>();
    private int codes;

    private PageTags(Tags tags) {
        this.tags = tags;
        open.push(new Content());
    }

    private static final class Content {
        private boolean hadTag;
        private boolean hasMore;
    }

    /** Changes a page; which of its elements are left with nothing in them. They are not removed, which can be slow. */
    public static Set<Node> takeOutOf(Element page, Tags tags) {
        if (tags.isEmpty()) {
            return Set.of();
        }
        var taking = new PageTags(tags);
        NodeTraversor.traverse(taking, page);
        return taking.emptied;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            take(text);
        } else if (node instanceof Comment) {
            open.element().hasMore = true;
        } else if (node instanceof Element element) {
            takeFromAttributes(element);
            codes += CODE.contains(element.normalName()) ? 1 : 0;
            open.push(new Content());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        codes -= CODE.contains(element.normalName()) ? 1 : 0;
        Content content = open.pop();
        boolean isAnchor = element.hasAttr("id") || element.hasAttr("name");
        if (content.hadTag && !content.hasMore && !isAnchor && NOTHING_WITHOUT_TEXT.contains(element.normalName())) {
            emptied.add(element);
            open.element().hadTag = true;
        } else {
            open.element().hasMore |= !NO_CONTENT.contains(element.normalName());
        }
    }

    private void take(TextNode text) {
        String written = text.getWholeText();
        Content content = open.element();
        String left = written;
        if (Placeholders.areIn(written)) {
            content.hadTag = true;
            left = codes > 0 ? tags.asCode(written) : tags.inText(Placeholders.withoutLines(written));
            text.text(left);
        }
        content.hasMore |= !left.isBlank();
    }

    private void takeFromAttributes(Element element) {
        for (Attribute attribute : element.attributes()) {
            String value = attribute.getValue();
            if (Placeholders.areIn(value)) {
                attribute.setValue(value(element, attribute.getKey(), value));
            }
        }
    }

    private String value(Element element, String name, String value) {
        return switch (name) {
            case "href" -> element.nameIs("a") && tags.reference(value) != null ? value : tags.inText(value);
            case "src", "srcset", "poster" -> tags.inMediaAddress(value);
            default -> tags.inText(value);
        };
    }
}
