package dev.lede.thumbnail.queue;

import org.jspecify.annotations.Nullable;

/**
 * A picture that is to be looked at.
 *
 * @param id of the picture, in hex
 * @param address from which to fetch it; null for the bytes of an asset, whose hash the id is then
 * @param attempt how often it has been tried, this time included
 */
record Job(String id, @Nullable String address, int attempt) {}
