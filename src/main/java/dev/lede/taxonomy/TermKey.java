package dev.lede.taxonomy;

/** What identifies a term: the taxonomy's name and the slug within it. */
public record TermKey(String taxonomy, String slug) {}
