package dev.lede.feed.sitemap;

/**
 * How large one sitemap may be.
 *
 * @param urls articles in it
 * @param bytes of it, uncompressed
 */
record Limits(long urls, long bytes) {

    /**
     * The <a href="https://www.sitemaps.org/protocol.html">protocol</a> lets a sitemap have 50,000 addresses and 50 MB; a
     * fifth of these bytes is enough for as many articles without translations, and is held in memory.
     */
    static final Limits OF_PROTOCOL = new Limits(50_000, 10_000_000);

    boolean hold(long count, long size) {
        return count <= urls && size <= bytes;
    }
}
