package dev.lede.markdown.text;

/** A block of plain text; it may have several lines. Never blank. */
public record TextBlock(Kind kind, String text) {

    /** What a block is. Only prose goes into an automatic summary. */
    public enum Kind {
        /** Paragraphs, list items, quotations. */
        PROSE,
        HEADING,
        CODE,
        TABLE,
        CAPTION,
        FOOTNOTE
    }
}
