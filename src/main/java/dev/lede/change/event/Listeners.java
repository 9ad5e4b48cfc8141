package dev.lede.change.event;

import dev.lede.access.Pass;
import dev.lede.change.following.Following;
import dev.lede.change.following.PageSize;
import dev.lede.change.following.Start;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Everybody who listens to this node. One thread looks for what is new, once for all who are to be told the same.
 * Thread-safe.
 */
@Singleton
class Listeners {

    private static final long EVERY_MILLISECONDS = 200;

    /** One write, in which each item may have its whole body. */
    private static final PageSize AT_ONCE = new PageSize(20, 1 << 20);

    /** Writes to one client before all are looked at again. */
    private static final int MOST_ROUNDS = 50;

    private static final Duration WHEN_FULL = Duration.ofSeconds(5);
    private static final long STOP_MILLISECONDS = 2_000;

    private final Set<Listener> all = ConcurrentHashMap.newKeySet();
    private final Following following;
    private final EventsConfig config;
    private final Thread thread = new Thread(this::run, "events");
    // Requests under way may end before the server stops, and these never would.
    private final Thread ending = new Thread(this::endAll, "events-end");
    private volatile boolean stopped;
    private long looked = System.nanoTime();
    private long beaten = looked;

    Listeners(Following following, EventsConfig config) {
        this.following = following;
        this.config = config;
        thread.setDaemon(true);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
        Runtime.getRuntime().addShutdownHook(ending);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        thread.interrupt();
        thread.join(STOP_MILLISECONDS);
        endAll();
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException atWork) {
            // The process ends, and the hook has run.
        }
    }

    private void endAll() {
        stopped = true;
        all.forEach(Listener::end);
    }

    /** @throws ProblemException {@code busy} when as many listen as may */
    void add(Listener listener) {
        if (stopped || all.size() >= config.clients()) {
            throw new ProblemException(ProblemType.BUSY, "As many listen to this server as may at once.")
                    .retryAfter(WHEN_FULL);
        }
        listener.begin(() -> all.remove(listener));
        if (listener.isCurious() && !listener.isGone()) {
            all.add(listener);
        }
    }

    private void run() {
        while (!stopped) {
            try {
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLISECONDS);
                for (int round = 0; round < MOST_ROUNDS && tellAll(); round++) {
                    // Until nobody who has room is behind.
                }
                lookWhenDue();
            } catch (InterruptedException interruption) {
                return;
            } catch (RuntimeException fault) {
                // Mostly the database, which may be back before long; all know where they are.
                Log.debug("Listeners are told later", fault);
            }
        }
    }

    /** Answers whether somebody got on, and others may be behind still. */
    private boolean tellAll() {
        if (all.isEmpty()) {
            return false;
        }
        var now = following.now();
        var behind = all.stream()
                .filter(listener -> !listener.place().equals(now))
                .filter(listener -> !listener.isGone() && listener.hasRoom())
                .collect(Collectors.groupingBy(Listener::group));
        var wentOn = false;
        for (var alike : behind.values()) {
            wentOn |= tell(alike);
            lookWhenDue();
        }
        return wentOn;
    }

    private boolean tell(List<Listener> alike) {
        var any = alike.get(0);
        try {
            var page = following.goOn(any.followed(), Start.behind(any.place()), AT_ONCE);
            var events = Listener.events(page);
            alike.stream().filter(listener -> !listener.isGone()).forEach(listener -> listener.tell(page, events));
            return true;
        } catch (ProblemException gone) {
            // So slow that the log went on without them: they are to begin again.
            drop(alike);
            return true;
        } catch (RuntimeException fault) {
            // What is told to others may go well.
            Log.debug("Some listeners are told later", fault);
            return false;
        }
    }

    // However much there is to tell: who sleeps is cut off, and all others hear that the connection lives.
    private void lookWhenDue() {
        if (System.nanoTime() - looked > TimeUnit.MILLISECONDS.toNanos(EVERY_MILLISECONDS)) {
            look();
        }
    }

    private void look() {
        var nanos = System.nanoTime();
        looked = nanos;
        drop(all.stream()
                .filter(listener -> listener.isGone() || listener.isAsleep(config.patience(), nanos))
                .toList());
        if (nanos - beaten > config.heartbeat().toNanos()) {
            beaten = nanos;
            all.forEach(Listener::beat);
            dropThoseLockedOut();
        }
    }

    private void dropThoseLockedOut() {
        var passes = new HashMap<Pass, Boolean>();
        drop(all.stream()
                .filter(listener -> !passes.computeIfAbsent(listener.pass(), Pass::isValid))
                .toList());
    }

    private void drop(Collection<Listener> some) {
        some.forEach(listener -> {
            all.remove(listener);
            listener.drop();
        });
    }
}
