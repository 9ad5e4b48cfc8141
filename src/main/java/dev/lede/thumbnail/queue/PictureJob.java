package dev.lede.thumbnail.queue;

import dev.lede.thumbnail.fetch.BackOff;
import dev.lede.thumbnail.fetch.FetchFailedException;
import dev.lede.thumbnail.fetch.Hosts;
import dev.lede.thumbnail.fetch.PictureFetch;
import dev.lede.thumbnail.picture.PictureFacts;
import dev.lede.thumbnail.picture.Pictures;
import dev.lede.thumbnail.picture.UnreadablePictureException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Looks at one picture after the other: has it fetched, understands it, notes what became of it. Thread-safe. */
@Singleton
final class PictureJob {

    /** Articles tell of a picture that may still come only after it has failed so often. */
    private static final int TOLD_AFTER = 3;

    /** A picture that was taken so often and never finished, not even as a failure, takes the whole server with it. */
    private static final int MOST_ATTEMPTS = 20;

    private static final Duration UNTIL_A_TURN = Duration.ofSeconds(1);

    /** To fetch is mostly to wait, but to decode takes a processor, and half of them are left to requests. */
    private final Semaphore decoding =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    private final PictureQueue queue;
    private final PictureFetch fetch;
    private final Hosts hosts;

    PictureJob(PictureQueue queue, PictureFetch fetch, Hosts hosts) {
        this.queue = queue;
        this.fetch = fetch;
        this.hosts = hosts;
    }

    /** Looks at the picture that has been due longest; answers false when none is. */
    boolean runNext() {
        var next = queue.take(hosts.busy());
        next.ifPresent(this::run);
        return next.isPresent();
    }

    private void run(Job job) {
        if (job.attempt() > MOST_ATTEMPTS) {
            giveUp(job, "The picture could not be looked at.");
        } else if (job.address() == null) {
            lookAtAsset(job);
        } else {
            fetch(job, job.address());
        }
    }

    private void giveUp(Job job, String reason) {
        queue.failed(job, reason, Optional.empty());
    }

    private void lookAtAsset(Job job) {
        var bytes = queue.bytes(job);
        if (bytes.isEmpty()) {
            giveUp(job, "The picture is not there any more.");
            return;
        }
        try {
            queue.ready(job, inspect(bytes.get()), Optional.empty());
        } catch (UnreadablePictureException unreadable) {
            giveUp(job, sentence(unreadable));
        }
    }

    private static String sentence(UnreadablePictureException unreadable) {
        return "The picture " + unreadable.reason() + ".";
    }

    private void fetch(Job job, String address) {
        var turn = hosts.tryEnter(address);
        if (turn.isPresent()) {
            fetch(job, address, turn.get());
        } else {
            queue.putBack(job, UNTIL_A_TURN);
        }
    }

    private void fetch(Job job, String address, Hosts.Turn turn) {
        try (turn) {
            keep(job, fetch.fetch(address, turn).bytes());
        } catch (FetchFailedException failure) {
            // It may have moved: this is who asked for it.
            turn.pause(failure.after());
            failed(job, failure);
        } catch (UnreadablePictureException unreadable) {
            // It may be the host's page about too many visitors, or about being mended.
            var again = job.attempt() < TOLD_AFTER ? pause(job, null) : Optional.<Duration>empty();
            queue.failed(job, sentence(unreadable), again);
        }
    }

    private void keep(Job job, byte[] bytes) {
        var facts = inspect(bytes);
        // What is no picture made of pixels is never served from here: it may hold scripts.
        queue.ready(job, facts, facts.width() == null ? Optional.empty() : Optional.of(bytes));
    }

    private PictureFacts inspect(byte[] bytes) {
        decoding.acquireUninterruptibly();
        try {
            return Pictures.inspect(bytes);
        } finally {
            decoding.release();
        }
    }

    private void failed(Job job, FetchFailedException failure) {
        if (Thread.currentThread().isInterrupted()) {
            // The server stops, which is not the picture's fault.
            return;
        }
        var again = failure.retry() ? pause(job, failure.after()) : Optional.<Duration>empty();
        if (again.isPresent() && job.attempt() < TOLD_AFTER) {
            queue.retry(job, again.get());
        } else {
            queue.failed(job, failure.reason(), again);
        }
    }

    private static Optional<Duration> pause(Job job, @Nullable Duration asked) {
        return BackOff.pause(job.attempt(), asked, ThreadLocalRandom.current());
    }
}
