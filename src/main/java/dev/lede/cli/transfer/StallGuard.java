package dev.lede.cli.transfer;

import java.time.Duration;

/** Cuts a transfer off on which nothing moves any more: a long one has no other time limit. Thread-safe. */
public final class StallGuard implements AutoCloseable {

    /** Lede itself is silent for as long as its database takes to commit a large import. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private static final long LOOK_MILLIS = 500;

    private final Thread watcher;
    private final long longest;
    private volatile long moved = System.nanoTime();
    private volatile Runnable cut = () -> {};

    public StallGuard(Duration longest) {
        this.longest = longest.toNanos();
        this.watcher = new Thread(this::watch, "stall-guard");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** From now on another thing is to be cut off.
     *
     * @param newCut ends the transfer from another thread */
    public void cutsBy(Runnable newCut) {
        this.cut = newCut;
    }

    /** Something came or went. */
    public void moved() {
        moved = System.nanoTime();
    }

    private void watch() {
        try {
            while (System.nanoTime() - moved < longest) {
                Thread.sleep(Math.min(LOOK_MILLIS, Math.max(1, longest / 4_000_000)));
            }
            cut.run();
        } catch (InterruptedException over) {
            // Closed: nothing is left to guard.
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
