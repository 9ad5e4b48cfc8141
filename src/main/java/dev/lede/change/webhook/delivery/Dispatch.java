package dev.lede.change.webhook.delivery;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks for what is to be sent, and has it sent: so many at once, and of them so many to one receiver. */
@Singleton
class Dispatch {

    private static final long EVERY_MILLISECONDS = 200;

    private static final int MOST_WORKERS = 64;

    /** After a fault. */
    private static final long PAUSE_MILLISECONDS = 2_000;

    /** The share of one webhook, so that a slow one does not hold up all others: a half. */
    private static final int SHARES = 2;

    private static final long STOP_MILLISECONDS = 2_000;

    private final Planning planning;
    private final Deliveries deliveries;
    private final Posting posting;
    private final Semaphore free;
    /** What was sent since it was looked for more. */
    private final Semaphore ended = new Semaphore(0);

    private final int mostPerWebhook;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    private final ExecutorService senders;
    private final Thread thread = new Thread(this::run, "webhooks");
    private volatile boolean stopped;

    Dispatch(Planning planning, Deliveries deliveries, Posting posting, WebhookConfig config) {
        this.planning = planning;
        this.deliveries = deliveries;
        this.posting = posting;
        if (config.workers() < 1 || config.workers() > MOST_WORKERS) {
            throw new IllegalStateException("lede.webhooks.workers is from 1 to " + MOST_WORKERS + ".");
        }
        this.free = new Semaphore(config.workers());
        this.mostPerWebhook = Math.max(1, config.workers() / SHARES);
        var number = new AtomicInteger();
        this.senders = Executors.newFixedThreadPool(config.workers(), task -> {
            var sender = new Thread(task, "webhook-" + number.incrementAndGet());
            sender.setDaemon(true);
            return sender;
        });
        thread.setDaemon(true);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /** What is under way is left to whoever comes when its lease is over. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        thread.interrupt();
        senders.shutdownNow();
        thread.join(STOP_MILLISECONDS);
        if (!senders.awaitTermination(STOP_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            Log.debug("Deliveries are under way still");
        }
    }

    private void run() {
        long planned = System.nanoTime();
        while (!stopped) {
            try {
                if (ended.tryAcquire(EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                    ended.drainPermits();
                }
                if (System.nanoTime() - planned >= TimeUnit.MILLISECONDS.toNanos(EVERY_MILLISECONDS)) {
                    planned = System.nanoTime();
                    planning.plan();
                }
                while (!stopped && sendNext()) {
                    // Until nothing is due, or nobody is free.
                }
            } catch (InterruptedException interruption) {
                return;
            } catch (RuntimeException fault) {
                pause(fault);
            }
        }
    }

    private void pause(RuntimeException fault) {
        if (stopped) {
            return;
        }
        // Mostly the database, which may be back before long.
        Log.warn("Webhooks are told later", fault);
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean sendNext() {
        if (!free.tryAcquire()) {
            return false;
        }
        var handedOn = false;
        try {
            var busy = underWay.entrySet().stream()
                    .filter(entry -> entry.getValue() >= mostPerWebhook)
                    .map(Map.Entry::getKey)
                    .toList();
            var next = deliveries.take(busy);
            if (next.isPresent()) {
                underWay.merge(next.get().webhookId(), 1, Integer::sum);
                senders.execute(() -> send(next.get()));
                handedOn = true;
            }
            return handedOn;
        } finally {
            if (!handedOn) {
                free.release();
            }
        }
    }

    private void send(Delivery delivery) {
        try {
            if (delivery.isTooLate(System.nanoTime())) {
                // This node stood still; it is somebody else's soon, or is already.
                return;
            }
            deliveries.tried(delivery, posting.post(delivery.receiver(), delivery.messageId(), delivery.payload()));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            if (!stopped) {
                Log.warnf(
                        fault, "What became of a delivery is not noted; it is sent again: delivery=%d", delivery.id());
            }
        } finally {
            underWay.computeIfPresent(delivery.webhookId(), (id, count) -> count == 1 ? null : count - 1);
            free.release();
            ended.release();
        }
    }
}
