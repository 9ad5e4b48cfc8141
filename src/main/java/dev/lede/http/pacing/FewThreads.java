package dev.lede.http.pacing;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs quick tasks on as few threads as keep the processors busy. While none of those comes to an end and others wait, as
 * when they wait for something themselves, threads are added one by one; when all goes well again they end one by one, and
 * those that have nothing to do anyway. Thread-safe.
 */
final class FewThreads implements Executor {

    private static final long IDLE_SECONDS = 10;

    /** A pause of the whole process, as a collection of garbage is, looks like one look without an end. */
    private static final int STALLED_LOOKS = 2;

    private static final int GOOD_LOOKS = 50;

    private final int few;
    private final int most;
    private final long everyMillis;
    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor watch;
    private final AtomicBoolean isWatched = new AtomicBoolean();

    // Of the one who watches.
    private long ended;
    private int stalled;
    private int good;

    /**
     * @param most threads, at the worst
     * @param everyMillis how often it is looked whether tasks end, while others wait
     */
    FewThreads(String name, int few, int most, long everyMillis) {
        this.few = few;
        this.most = Math.max(few, most);
        this.everyMillis = everyMillis;
        this.threads = new ThreadPoolExecutor(
                few, few, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
        this.watch = new ScheduledThreadPoolExecutor(1, named(name + "-watch"));
        threads.allowCoreThreadTimeOut(true);
        watch.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
    }

    private static ThreadFactory named(String name) {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, name + "-" + count.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
        watchIfAnyWait();
    }

    private void watchIfAnyWait() {
        if (!threads.getQueue().isEmpty() && isWatched.compareAndSet(false, true)) {
            lookLater();
        }
    }

    /** How many threads there may be now. */
    int size() {
        return threads.getMaximumPoolSize();
    }

    private void lookLater() {
        var unused = watch.schedule(this::look, everyMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (threads.getQueue().isEmpty()) {
            resize(few);
            isWatched.set(false);
            // One may have come since the look.
            watchIfAnyWait();
            return;
        }
        long now = threads.getCompletedTaskCount();
        if (now == ended) {
            good = 0;
            if (++stalled >= STALLED_LOOKS) {
                resize(size() + 1);
            }
        } else {
            stalled = 0;
            if (++good % GOOD_LOOKS == 0) {
                resize(size() - 1);
            }
        }
        ended = now;
        lookLater();
    }

    private void resize(int wanted) {
        int size = Math.max(few, Math.min(most, wanted));
        if (size > size()) {
            threads.setMaximumPoolSize(size);
            threads.setCorePoolSize(size);
        } else if (size < size()) {
            threads.setCorePoolSize(size);
            threads.setMaximumPoolSize(size);
        }
    }
}
