package dev.lede.document;

/**
 * One term of a taxonomy.
 *
 * @param slug Hugo's, at most 255 bytes of UTF-8, what tells terms apart; it may hold {@code / \ #}, so it is
 *     percent-encoded where it stands in a URL
 * @param name as written
 */
public record TermName(String slug, String name) {}
