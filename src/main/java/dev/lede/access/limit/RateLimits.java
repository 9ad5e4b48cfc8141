package dev.lede.access.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts for each client what it does, minute by minute, and refuses what is too much. Thread-safe. */
@Singleton
public final class RateLimits {

    private static final int WRONG_KEYS_PER_MINUTE = 20;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Clients that are remembered at once, for each limit; the least recent are forgotten. */
    private static final int MOST_CLIENTS = 100_000;

    private final Map<Limit, Integer> allowed;
    private final TimeMeter time;

    private final Cache<Counted, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize((long) Limit.values().length * MOST_CLIENTS)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    @Inject
    RateLimits(RateLimitConfig config) {
        this(allowed(config), TimeMeter.SYSTEM_MILLISECONDS);
    }

    /** @param allowed in a minute; what is not in it is not limited */
    RateLimits(Map<Limit, Integer> allowed, TimeMeter time) {
        allowed.forEach((limit, most) -> {
            if (most < 1) {
                throw new IllegalStateException("The configured limit of " + limit.noun()
                        + " a minute must be 1 or more, not " + most + "; without it there is no limit.");
            }
        });
        this.allowed = Map.copyOf(allowed);
        this.time = time;
    }

    /** A limit that is none ends the start, not the first request. */
    void start(@Observes StartupEvent started) {}

    /** Whether there is anything to count at all. */
    public boolean apply(Limit limit) {
        return allowed.containsKey(limit);
    }

    /**
     * Counts one more.
     *
     * @param client a key or an address
     * @throws ProblemException {@code too-many-requests}, when it is one too many
     */
    public void count(Limit limit, String client) {
        var most = allowed.get(limit);
        if (most == null) {
            return;
        }
        var probe = buckets.get(new Counted(limit, client), key -> bucket(most)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw refusal(limit, most, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static ProblemException refusal(Limit limit, int most, Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        // draft-ietf-httpapi-ratelimit-headers: the policy, what is left of it, and the seconds until there is more.
        return new ProblemException(
                        ProblemType.TOO_MANY_REQUESTS,
                        String.format(
                                Locale.ROOT,
                                "More than %d %s a minute. Try again in %d s.",
                                most,
                                limit.noun(),
                                seconds))
                .retryAfter(wait)
                .withHeader(
                        "RateLimit-Policy",
                        String.format(Locale.ROOT, "\"%s\";q=%d;w=%d", limit.policy(), most, WINDOW.toSeconds()))
                .withHeader("RateLimit", String.format(Locale.ROOT, "\"%s\";r=0;t=%d", limit.policy(), seconds));
    }

    private Bucket bucket(int most) {
        // All of a minute at once, when it is over: what the fields of the answer say is then exact.
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(Bandwidth.builder()
                        .capacity(most)
                        .refillIntervally(most, WINDOW)
                        .build())
                .build();
    }

    private static Map<Limit, Integer> allowed(RateLimitConfig config) {
        var allowed = new EnumMap<Limit, Integer>(Limit.class);
        allowed.put(Limit.WRONG_KEYS, WRONG_KEYS_PER_MINUTE);
        config.readsPerMinute().ifPresent(number -> allowed.put(Limit.READS, number));
        config.writesPerMinute().ifPresent(number -> allowed.put(Limit.WRITES, number));
        return allowed;
    }

    private record Counted(Limit limit, String client) {}
}
