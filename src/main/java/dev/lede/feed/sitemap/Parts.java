package dev.lede.feed.sitemap;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sitemaps that together name every visible article. An article's id, which is a hash, says in which of them it
 * stands, so that none moves when others come and go; only when one of them becomes too large are all of them halved.
 *
 * @param revision for which they are right
 * @param parts at least one
 */
record Parts(long revision, List<Part> parts) {

    /** The bits of an id by which articles are told apart: more parts than 2 to this power there never are. */
    static final int BITS = 12;

    /**
     * The articles whose ids begin with the same bits.
     *
     * @param first the least id that it may have
     * @param end the least id after it, or nothing at the end of all
     */
    record Part(UUID first, @Nullable UUID end) {}

    /**
     * What is known of the articles whose ids begin with the same {@link #BITS}.
     *
     * @param prefix these bits
     * @param bytes what a sitemap needs for them
     */
    record Bucket(int prefix, long count, long bytes) {

        private Bucket and(Bucket other) {
            return new Bucket(prefix, count + other.count, bytes + other.bytes);
        }
    }

    /** As few as the limits allow, and a power of two. */
    static Parts of(long revision, List<Bucket> buckets, Limits limits) {
        var bits = 0;
        var merged = merged(buckets, bits);
        while (bits < BITS && !merged.stream().allMatch(part -> limits.hold(part.count(), part.bytes()))) {
            bits++;
            merged = merged(buckets, bits);
        }
        var parts = new ArrayList<Part>();
        for (var part : merged) {
            var last = part.prefix() == merged.size() - 1;
            parts.add(new Part(least(part.prefix(), bits), last ? null : least(part.prefix() + 1, bits)));
        }
        return new Parts(revision, List.copyOf(parts));
    }

    private static List<Bucket> merged(List<Bucket> buckets, int bits) {
        var merged = new ArrayList<Bucket>();
        for (var prefix = 0; prefix < 1 << bits; prefix++) {
            merged.add(new Bucket(prefix, 0, 0));
        }
        for (var bucket : buckets) {
            var part = bucket.prefix() >> (BITS - bits);
            merged.set(part, merged.get(part).and(bucket));
        }
        return merged;
    }

    // PostgreSQL compares ids byte by byte, as if they were unsigned numbers.
    private static UUID least(int prefix, int bits) {
        return new UUID(bits == 0 ? 0 : (long) prefix << (Long.SIZE - bits), 0);
    }
}
