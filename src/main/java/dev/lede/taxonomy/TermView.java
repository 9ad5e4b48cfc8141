package dev.lede.taxonomy;

/**
 * A term as an article bears it.
 *
 * @param slug what identifies it within its taxonomy; percent-encoded where it stands in a URL
 * @param name as the article writes it, white space folded
 */
public record TermView(String slug, String name) {}
