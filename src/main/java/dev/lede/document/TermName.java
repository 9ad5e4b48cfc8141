package dev.lede.document;

/**
 * One term of a taxonomy.
 *
 * @param slug URL-safe, at most 255 bytes of UTF-8, what tells terms apart
 * @param name as written
 */
public record TermName(String slug, String name) {}
