package dev.lede.http.caching.kept;

import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;

/** A question that is being answered, and those who wait for the same answer. Thread-safe; nobody waits on a thread. */
final class Flight {

    /** Who comes later than so many asks alone. */
    private static final int MOST = 10_000;

    private record Waiting(Context context, Runnable goOn) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private boolean landed;

    /**
     * Waits for the end.
     *
     * @param goOn what is then done, on the context
     * @return false when there is nothing to wait for any more, or too many do
     */
    synchronized boolean join(Context context, Runnable goOn) {
        if (landed || waiting.size() >= MOST) {
            return false;
        }
        waiting.add(new Waiting(context, goOn));
        return true;
    }

    /** Lets all go on; only the first time anything happens. */
    void land() {
        List<Waiting> all;
        synchronized (this) {
            landed = true;
            all = List.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(one -> one.context().runOnContext(nothing -> one.goOn().run()));
    }
}
