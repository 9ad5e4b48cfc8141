package dev.lede.thumbnail.fetch;

import java.time.Duration;

/**
 * When everything has to be over.
 *
 * @param nanos of {@link System#nanoTime}
 * @param whole how long there was at the beginning
 */
record Deadline(long nanos, Duration whole) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos(), time);
    }

    /** What is left, and none when it has passed. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    FetchFailedException passed() {
        return FetchFailedException.forNow("The picture did not come within " + whole.toMillis() / 1000.0 + " s.");
    }
}
