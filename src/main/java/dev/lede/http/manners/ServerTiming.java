package dev.lede.http.manners;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;

/** How long an answer took, as {@code Server-Timing} says it: milliseconds with one decimal. */
final class ServerTiming {

    private static final long NANOS_IN_TENTH = 100_000;

    private ServerTiming() {}

    /** From a moment of {@link System#nanoTime} to now. */
    static String since(long nanos) {
        long tenths = tenths(System.nanoTime() - nanos);
        return "total;dur=" + tenths / 10 + "." + tenths % 10;
    }

    /** Writes the number of milliseconds alone. */
    static void write(ByteBuf out, long nanos) {
        long tenths = tenths(nanos);
        out.writeCharSequence(Long.toString(tenths / 10), US_ASCII);
        out.writeByte('.');
        out.writeByte('0' + (int) (tenths % 10));
    }

    private static long tenths(long nanos) {
        return (nanos + NANOS_IN_TENTH / 2) / NANOS_IN_TENTH;
    }
}
