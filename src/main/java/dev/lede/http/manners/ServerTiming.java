package dev.lede.http.manners;

/** How long an answer took, as {@code Server-Timing} says it: milliseconds with one decimal. */
final class ServerTiming {

    private static final long NANOS_IN_TENTH = 100_000;

    private ServerTiming() {}

    /** From a moment of {@link System#nanoTime} to now. */
    static String since(long nanos) {
        long tenths = (System.nanoTime() - nanos + NANOS_IN_TENTH / 2) / NANOS_IN_TENTH;
        return "total;dur=" + tenths / 10 + "." + tenths % 10;
    }
}
