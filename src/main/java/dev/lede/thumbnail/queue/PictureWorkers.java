package dev.lede.thumbnail.queue;

import dev.lede.thumbnail.ThumbnailConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The threads that look at pictures: their own and few, so that no request waits for them. */
@Singleton
class PictureWorkers {

    /** What was queued, or became due by the clock, is noticed so late at most. */
    private static final long IDLE_MILLISECONDS = 500;

    /** After a fault. */
    private static final long PAUSE_MILLISECONDS = 5_000;

    /** For all of them together, while requests end too. */
    private static final long STOP_MILLISECONDS = 2_000;

    private final PictureQueue queue;
    private final PictureJob job;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    PictureWorkers(PictureQueue queue, PictureJob job, ThumbnailConfig config) {
        this.queue = queue;
        this.job = job;
        for (int i = 1; i <= config.workers(); i++) {
            var thread = new Thread(this::run, "picture-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    void start(@Observes StartupEvent event) {
        threads.forEach(Thread::start);
    }

    /** Pictures under way are left to whoever comes when their lease is over. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        threads.forEach(Thread::interrupt);
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLISECONDS);
        for (var thread : threads) {
            // To join for no time at all would be to wait for ever.
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        }
    }

    private void run() {
        long announced = System.nanoTime();
        // At first too: while Lede starts, others need the database more.
        boolean idle = true;
        while (!stopped) {
            try {
                if (idle) {
                    TimeUnit.MILLISECONDS.sleep(IDLE_MILLISECONDS);
                }
                if (System.nanoTime() - announced > TimeUnit.MILLISECONDS.toNanos(IDLE_MILLISECONDS)) {
                    queue.announceAll();
                    announced = System.nanoTime();
                }
                idle = !job.runNext();
            } catch (InterruptedException interruption) {
                return;
            } catch (RuntimeException | Error fault) {
                // Even for want of memory: the next picture may be smaller.
                pause(fault);
            }
        }
    }

    private void pause(Throwable fault) {
        if (stopped) {
            return;
        }
        // Mostly the database, which may be back before long.
        Log.warn("A picture was not looked at, and is tried again", fault);
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
