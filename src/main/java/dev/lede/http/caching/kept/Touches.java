package dev.lede.http.caching.kept;

import dev.lede.http.caching.Dependencies;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What this node knows of the log of changes: which revision touched a thing last. It remembers a bounded number of
 * things; of the others it knows that none was touched after a certain revision. Thread-safe; it never blocks readers.
 */
@Singleton
public final class Touches {

    /** Past this age of its knowledge a node trusts nothing that it keeps. */
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    /** Some megabytes at most. */
    private static final int MOST_THINGS = 50_000;

    private final int most;
    private final ConcurrentHashMap<String, Long> last = new ConcurrentHashMap<>();

    /** No thing that is not remembered was touched by a later revision. */
    private volatile long floor;

    /** The last revision that touched more than can be told. */
    private volatile long all;

    /** The last revision that touched anything; it may be one that is only about to commit. */
    private volatile long newest = -1;

    private volatile View view = new View(-1, null);
    private volatile long askedAt = System.nanoTime() - FRESH_NANOS;

    /** @param most things that are remembered */
    Touches(int most) {
        this.most = most;
    }

    @Inject
    Touches() {
        this(MOST_THINGS);
    }

    /**
     * How far this node has followed the log.
     *
     * @param revision up to which everything is known; negative before the beginning
     * @param turn when the clock next changes what is visible, as of that revision; null when it never does
     */
    record View(long revision, @Nullable Instant turn) {}

    /** Everything up to this revision, when the log was last followed; negative before the beginning. */
    public long revision() {
        return view.revision();
    }

    /** No later revision has touched anything, as far as this node knows, nor is about to. */
    long newest() {
        return Math.max(newest, view.revision());
    }

    /** What is known, when that is fresh enough to be relied on. */
    @Nullable
    View fresh(long nanos) {
        return nanos - askedAt < FRESH_NANOS ? view : null;
    }

    /**
     * Notes a revision that comes right after what is known.
     *
     * @return false, and nothing is noted, when it does not: the log is to be asked for what is between
     */
    public synchronized boolean follow(long revision, Collection<String> things, @Nullable Instant turn) {
        if (revision != view.revision() + 1) {
            return revision <= view.revision();
        }
        touch(revision, things);
        view = new View(revision, turn);
        return true;
    }

    /** Notes what a revision touched; it does not count as known before {@link #reach}. */
    public synchronized void touch(long revision, Collection<String> things) {
        for (var thing : things) {
            if (thing.equals(Dependencies.ALL)) {
                all = Math.max(all, revision);
            } else {
                last.merge(Dependencies.tag(thing), revision, Math::max);
            }
        }
        newest = Math.max(newest, revision);
        if (last.size() > most) {
            forgetOlderHalf();
        }
    }

    /**
     * Notes that everything up to a revision is known.
     *
     * @param askedAt nanoseconds of the moment before the log was asked
     */
    public synchronized void reach(long revision, @Nullable Instant turn, long askedAt) {
        if (revision > view.revision()) {
            view = new View(revision, turn);
        }
        this.askedAt = Math.max(this.askedAt, askedAt);
    }

    /** From now on nothing is to be relied on, until {@link #reach}. */
    public synchronized void doubt() {
        askedAt = System.nanoTime() - FRESH_NANOS;
    }

    private void forgetOlderHalf() {
        var revisions = last.values().stream().sorted().toList();
        long middle = revisions.get(revisions.size() / 2);
        // First, so that whoever misses a thing finds this.
        floor = middle;
        last.values().removeIf(revision -> revision <= middle);
    }

    /** Whether something that an answer depends on was, or may have been, touched after a revision. */
    boolean isTouchedAfter(long revision, Dependencies dependencies) {
        if (all > revision) {
            return true;
        }
        for (var tag : dependencies.tags()) {
            if (touched(tag) > revision) {
                return true;
            }
        }
        return false;
    }

    private long touched(String tag) {
        if (tag.equals(Dependencies.ALL)) {
            return newest();
        }
        var revision = last.get(tag);
        return revision == null ? floor : revision;
    }
}
