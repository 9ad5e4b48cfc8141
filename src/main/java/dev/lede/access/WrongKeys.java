package dev.lede.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts the wrong keys of each address, and makes guessing slow. A valid key is never held up. Thread-safe. */
@Singleton
final class WrongKeys {

    private static final int ALLOWED = 20;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Addresses that are remembered at once. */
    private static final int MOST_ADDRESSES = 100_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    /**
     * Counts one more.
     *
     * @throws ProblemException {@code too-many-requests}, when it is one too many
     */
    void count(@Nullable SocketAddress address) {
        var host = address == null ? "" : String.valueOf(address.hostAddress());
        var probe = buckets.get(host, key -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            // draft-ietf-httpapi-ratelimit-headers: one policy, what is left of it, and the seconds until there is
            // more.
            throw new ProblemException(
                            ProblemType.TOO_MANY_REQUESTS,
                            String.format(
                                    Locale.ROOT, "More than %d wrong keys a minute came from this address.", ALLOWED))
                    .retryAfter(wait)
                    .withHeader("RateLimit-Policy", "\"wrong-keys\";q=" + ALLOWED + ";w=" + WINDOW.toSeconds())
                    .withHeader(
                            "RateLimit",
                            "\"wrong-keys\";r=0;t=" + wait.plusMillis(999).toSeconds());
        }
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(ALLOWED)
                        .refillGreedy(ALLOWED, WINDOW)
                        .build())
                .build();
    }
}
