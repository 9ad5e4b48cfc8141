package dev.lede.markdown.html;

import dev.lede.markdown.text.TextBlock;
import dev.lede.markdown.text.TextBlocks;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Collects the plain text of a page, element by element. Not thread-safe. */
final class PageText {

    private final TextBlocks blocks = new TextBlocks();
    private TextBlock.Kind kind = TextBlock.Kind.PROSE;
    private @Nullable Element kindSince;
    private @Nullable Element silentSince;
    private @Nullable Element verbatimSince;

    void open(Element element) {
        if (silentSince == null && Elements.isSilent(element)) {
            silentSince = element;
        }
        boundary(element);
        if (verbatimSince == null && element.nameIs("pre")) {
            verbatimSince = element;
        }
        TextBlock.Kind own = kind(element);
        if (kind == TextBlock.Kind.PROSE && own != TextBlock.Kind.PROSE) {
            kind = own;
            kindSince = element;
        }
        if (element.nameIs("br")) {
            blocks.lineBreak();
        }
    }

    void text(String text) {
        if (silentSince != null) {
            return;
        }
        if (verbatimSince == null) {
            blocks.add(text);
        } else {
            blocks.addVerbatim(text);
        }
    }

    void close(Element element) {
        if (element.nameIs("td") || element.nameIs("th")) {
            blocks.space();
        }
        boundary(element);
        if (element.equals(kindSince)) {
            kind = TextBlock.Kind.PROSE;
            kindSince = null;
        }
        if (element.equals(silentSince)) {
            silentSince = null;
        }
        if (element.equals(verbatimSince)) {
            verbatimSince = null;
        }
    }

    boolean isInCode() {
        return kind == TextBlock.Kind.CODE;
    }

    boolean isInHeading() {
        return kind == TextBlock.Kind.HEADING;
    }

    /** All text so far, on one line. */
    String soFar() {
        return blocks.soFar();
    }

    List<TextBlock> blocks() {
        blocks.end(kind);
        return blocks.blocks();
    }

    /** In a table only a row ends a line. */
    private void boundary(Element element) {
        if (!Elements.isBlock(element)) {
            return;
        }
        if (kind == TextBlock.Kind.TABLE
                && !element.nameIs("tr")
                && !element.equals(kindSince)
                && !element.nameIs("caption")) {
            blocks.space();
        } else {
            blocks.end(kind);
        }
    }

    private static TextBlock.Kind kind(Element element) {
        if (Elements.isHeading(element)) {
            return TextBlock.Kind.HEADING;
        }
        return switch (element.normalName()) {
            case "pre" -> TextBlock.Kind.CODE;
            case "table" -> TextBlock.Kind.TABLE;
            case "caption", "figcaption" -> TextBlock.Kind.CAPTION;
            case "section" -> element.hasClass("footnotes") ? TextBlock.Kind.FOOTNOTE : TextBlock.Kind.PROSE;
            default -> TextBlock.Kind.PROSE;
        };
    }
}
