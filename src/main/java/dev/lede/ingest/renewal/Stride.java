package dev.lede.ingest.renewal;

import dev.lede.database.DatabaseException;

/**
 * How many articles go into one transaction. After a failure they are fewer, until the one that fails stands alone, and
 * is left out; then they become more again. So one article that cannot be stored holds up no others for long. Not
 * thread-safe.
 */
final class Stride {

    private final int longest;
    private int length;

    /** @param longest how many there are when all is well */
    Stride(int longest) {
        this.longest = longest;
        this.length = longest;
    }

    int length() {
        return length;
    }

    void succeeded() {
        length = Math.min(longest, length * 2);
    }

    /** @param articles how many there were */
    void failed(int articles) {
        length = Math.max(1, Math.min(length, articles) / 2);
    }

    /** Whether this may be the fault of an article, and not of the moment. */
    static boolean blames(Throwable fault) {
        return fault instanceof DatabaseException refusal ? !refusal.isPassing() : !isOfTheMoment(fault);
    }

    private static boolean isOfTheMoment(Throwable fault) {
        return Thread.currentThread().isInterrupted() || fault.getCause() instanceof InterruptedException;
    }
}
