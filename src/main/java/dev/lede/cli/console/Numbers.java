package dev.lede.cli.console;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {

    private static final double KILOBYTE = 1_000;
    private static final double MEGABYTE = 1_000_000;

    private Numbers() {}

    /** {@code 12,345}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 4.2 MB}, {@code 12.0 kB}. */
    public static String bytes(long bytes) {
        return bytes < MEGABYTE
                ? String.format(Locale.ROOT, "%.1f kB", bytes / KILOBYTE)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / MEGABYTE);
    }

    /** {@code 2.3 s}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** So many a second: {@code 54/s}. */
    public static String rate(long number, Duration duration) {
        return count(Math.round(number / Math.max(duration.toMillis() / 1000.0, 0.001))) + "/s";
    }
}
