package dev.lede.change.webhook.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long to wait before a delivery is tried again: three times as long each time, up to six hours. */
@Singleton
class Pauses {

    private static final double FACTOR = 3;
    private static final Duration LONGEST = Duration.ofHours(6);

    /** Of each pause, up or down, so that what failed together does not come back together. */
    private static final double JITTER = 0.2;

    private final Duration first;

    Pauses(WebhookConfig config) {
        this.first = config.firstPause();
    }

    /**
     * The pause before the next try.
     *
     * @param failures so far, 1 or more
     * @param asked what the receiver asked for, which is never undercut
     */
    Duration after(int failures, @Nullable Duration asked) {
        var grown = first.toMillis() * Math.pow(FACTOR, failures - 1.0);
        var jitter = 1 - JITTER + 2 * JITTER * ThreadLocalRandom.current().nextDouble();
        var pause = Duration.ofMillis(Math.round(Math.min(grown, (double) LONGEST.toMillis()) * jitter));
        return asked == null || asked.compareTo(pause) < 0 ? pause : asked;
    }
}
