package dev.lede.markdown.html;

/** A picture as it is written. */
public record Picture(String src, String alt) {}
