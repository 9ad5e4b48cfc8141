package dev.lede.http.caching;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a public read tells the caches.
 *
 * @param cacheControl for all of them
 * @param cdnCacheControl for content delivery networks, RFC 9213
 */
public record CacheDirectives(String cacheControl, String cdnCacheControl) {

    /** Of what needed a key, and of every answer that says nothing else. */
    static final String PRIVATE = "private, no-store";

    /** Of what never changes, RFC 8246: a year, which is as good as ever. */
    static final String IMMUTABLE = "public, max-age=31536000, immutable";

    /** @param until the moment past which nothing may be kept */
    public static CacheDirectives of(CacheConfig config, Instant now, Optional<Instant> until) {
        long room = until.map(
                        moment -> Math.max(0, Duration.between(now, moment).toSeconds()))
                .orElse(Long.MAX_VALUE);
        long own = Math.min(config.maxAge().toSeconds(), room);
        long shared = Math.min(config.sharedMaxAge().toSeconds(), room);
        // Staleness begins where freshness ends, and both together end with the room there is.
        long stale = Math.min(config.staleWhileRevalidate().toSeconds(), room - shared);
        return new CacheDirectives(
                "public, max-age=" + own + ", s-maxage=" + shared,
                "max-age=" + shared + (stale > 0 ? ", stale-while-revalidate=" + stale : ""));
    }
}
