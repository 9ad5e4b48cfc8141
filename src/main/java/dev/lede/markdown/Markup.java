package dev.lede.markdown;

/** The language a body is written in. */
public enum Markup {
    /** As Hugo reads it. */
    MARKDOWN,
    /** The same with attribute lists, <code>{: .note}</code>, as Jekyll reads it. */
    KRAMDOWN,
    HTML
}
