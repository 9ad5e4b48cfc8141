package dev.lede.thumbnail.fetch;

/**
 * A picture as its origin gave it; whether it is one at all, its bytes have yet to tell.
 *
 * @param bytes at least one, and at most {@code lede.thumbnail.max-bytes}
 */
public record Fetched(byte[] bytes) {}
