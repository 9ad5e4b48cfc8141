package dev.lede.markdown;

/**
 * The beginning of a text.
 *
 * @param truncated whether anything but white space was left out
 */
public record Cut(String text, boolean truncated) {}
