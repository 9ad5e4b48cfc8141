package dev.lede.thumbnail.rendition;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.thumbnail.ThumbnailConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that bring pictures into other sizes: their own, so that no other request waits for them. Thread-safe. */
@Singleton
class Renderers {

    /** Tasks, each for all who wait for the same picture. */
    static final int MOST_WAITING = 1_000;

    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;

    @Inject
    Renderers(ThumbnailConfig config) {
        this(config.renderers());
    }

    /** @param atOnce how many threads */
    Renderers(int atOnce) {
        if (atOnce < 1) {
            throw new IllegalStateException("lede.thumbnail.renderers is 1 or more.");
        }
        threads = new ThreadPoolExecutor(
                atOnce, atOnce, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                    var thread = new Thread(task, "renderer");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Has a task run as soon as a thread is free.
     *
     * @throws ProblemException {@code busy} when too many tasks wait already
     */
    void run(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException full) {
            throw new ProblemException(
                            ProblemType.BUSY, "Too many pictures are being brought into other sizes just now.")
                    .withHeader("Retry-After", "1");
        }
    }

    /** What cannot be in the configuration ends the start, not the first request. */
    void start(@Observes StartupEvent started) {}

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
