package dev.lede.testsupport;

import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what the application does by itself. */
public final class Eventually {

    private static final long LONGEST_SECONDS = 60;

    private Eventually() {}

    /** The first value that is as it should be. */
    public static <T> T get(Supplier<T> source, Predicate<T> condition) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (true) {
            var value = source.get();
            if (condition.test(value)) {
                return value;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Still " + value);
            }
            sleep();
        }
    }

    /** The value once it has not changed for a second. */
    public static <T> T unchanging(Supplier<T> source) {
        var value = source.get();
        for (int same = 0; same < 20; same++) {
            sleep();
            var next = source.get();
            if (!next.equals(value)) {
                value = next;
                same = 0;
            }
        }
        return value;
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interruption);
        }
    }
}
