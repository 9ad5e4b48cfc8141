package dev.lede.change.following;

/**
 * How much one page tells at the most.
 *
 * @param items 1 or more
 * @param bytes of JSON, in UTF-8; one item alone may have more
 */
public record PageSize(int items, int bytes) {}
