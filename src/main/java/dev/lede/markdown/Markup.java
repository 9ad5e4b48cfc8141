package dev.lede.markdown;

/** The language a body is written in. */
public enum Markup {
    MARKDOWN,
    HTML
}
