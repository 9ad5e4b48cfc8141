package dev.lede.markdown.text;

/** What a block of text is. Only prose goes into an automatic summary. */
public enum BlockKind {
    /** Paragraphs, list items, quotations. */
    PROSE,
    HEADING,
    CODE,
    TABLE,
    CAPTION,
    FOOTNOTE
}
