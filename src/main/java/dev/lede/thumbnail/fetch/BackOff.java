package dev.lede.thumbnail.fetch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait before an address is tried again: each time longer, and in the end no more. */
public final class BackOff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24));

    /** Of each pause, up or down, so that what failed together does not come back together. */
    private static final double JITTER = 0.2;

    private BackOff() {}

    /**
     * The pause before the next try.
     *
     * @param failures how often it failed so far, 1 or more
     * @param asked what the origin asked for, which is never undercut, or null
     * @return empty when it failed often enough
     */
    public static Optional<Duration> pause(int failures, @Nullable Duration asked, RandomGenerator random) {
        if (failures < 1) {
            throw new IllegalArgumentException("There is no pause before the first try");
        }
        if (failures > PAUSES.size()) {
            return Optional.empty();
        }
        var factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        var pause = Duration.ofMillis(Math.round(PAUSES.get(failures - 1).toMillis() * factor));
        return Optional.of(asked == null || asked.compareTo(pause) < 0 ? pause : asked);
    }
}
