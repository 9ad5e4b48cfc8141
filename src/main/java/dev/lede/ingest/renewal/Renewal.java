package dev.lede.ingest.renewal;

import dev.lede.article.transaction.Cause;
import dev.lede.article.transaction.ContentWrite;
import dev.lede.article.transaction.ContentWrites;
import dev.lede.article.writing.RenderVersion;
import dev.lede.database.Database.Ending;
import dev.lede.database.Sql;
import dev.lede.ingest.Storing;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Derives again, in the background, what older code or another configuration has derived. It runs once for each start and
 * takes half of one processor's time at most; nodes that are configured differently each have their way once.
 */
@Singleton
class Renewal {

    private static final int AT_ONCE = 100;
    private static final long PAUSE_SECONDS = 30;
    private static final long DELAY_SECONDS = 1;
    // An arbitrary number that no other advisory lock of the application uses.
    private static final long LOCK = 0x6c656465_0003L;

    static final String OLDER = "<";
    static final String NEWER = ">";

    private final Storing storing;
    private final ContentWrites writes;
    private final RenderVersion version;
    private final Culprits culprits;
    private final Stride stride = new Stride(AT_ONCE);
    private final Thread thread = new Thread(this::run, "renewal");
    private volatile boolean stopped;

    Renewal(Storing storing, ContentWrites writes, RenderVersion version, Culprits culprits) {
        this.storing = storing;
        this.writes = writes;
        this.version = version;
        this.culprits = culprits;
        thread.setDaemon(true);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(2));
    }

    private void run() {
        try {
            // While Lede starts, others need the database more.
            TimeUnit.SECONDS.sleep(DELAY_SECONDS);
            var held = new ArrayList<UUID>();
            int renewed = pass(OLDER, held) + pass(NEWER, held);
            for (List<UUID> later = held; !later.isEmpty(); ) {
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
                var still = again(later);
                renewed += later.size() - still.size();
                later = still;
            }
            if (renewed > 0) {
                Log.infof(
                        "Derived articles again that other code or another configuration had derived: articles=%d",
                        renewed);
            }
        } catch (InterruptedException stop) {
            // The next start goes on.
            return;
        }
    }

    /** Where a pass has come to. */
    record Cursor(int version, UUID id) {
        static final Cursor START = new Cursor(Integer.MIN_VALUE, new UUID(0, 0));
    }

    /**
     * Some articles that were looked at.
     *
     * @param held those whose documents somebody else holds, who need not derive them
     * @param next nothing when there is no more
     */
    record Step(int renewed, List<UUID> held, Optional<Cursor> next) {

        static Step of(List<Cursor> tried, List<UUID> held) {
            return new Step(
                    tried.size() - held.size(),
                    held,
                    tried.isEmpty() ? Optional.empty() : Optional.of(tried.get(tried.size() - 1)));
        }
    }

    /**
     * Goes once over what the condition finds, so that two nodes that have each other's renewed come to an end.
     *
     * @param held takes those that come later: as many as an import holds
     */
    int pass(String condition, List<UUID> held) throws InterruptedException {
        int renewed = 0;
        for (var at = Optional.of(Cursor.START); at.isPresent(); ) {
            var from = at.get();
            var step = patiently(() -> renew(next(condition, from)));
            renewed += step.renewed();
            held.addAll(step.held());
            at = step.next();
        }
        return renewed;
    }

    /** Answers those that are still held. */
    private List<UUID> again(List<UUID> later) throws InterruptedException {
        var held = new ArrayList<UUID>();
        for (int from = 0; from < later.size(); ) {
            var rest = later.subList(from, later.size());
            var step = patiently(() -> renew(write -> rest.subList(0, Math.min(rest.size(), stride.length())).stream()
                    .map(id -> new Cursor(0, id))
                    .toList()));
            held.addAll(step.held());
            from += step.renewed() + step.held().size();
        }
        return held;
    }

    /** Rests as long as it works, so that it takes half of one processor at most. */
    private <T> T patiently(Supplier<Optional<T>> work) throws InterruptedException {
        while (!stopped) {
            var began = System.nanoTime();
            try {
                var done = work.get();
                TimeUnit.NANOSECONDS.sleep(System.nanoTime() - began);
                if (done.isPresent()) {
                    return done.get();
                }
            } catch (RuntimeException | StackOverflowError fault) {
                if (stopped) {
                    // It was interrupted, perhaps while it waited for a connection.
                    break;
                }
                Log.warn("Articles are not derived again now, but before long", fault);
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            }
        }
        throw new InterruptedException("The server stops");
    }

    private Function<ContentWrite, List<Cursor>> next(String condition, Cursor at) {
        return write -> write.session()
                .list(
                        Sql.of(
                                "select render_version, id from article where render_version " + condition
                                        + " ? and (render_version, id) > (?, ?) order by render_version, id limit "
                                        + stride.length(),
                                version.number(),
                                at.version(),
                                at.id()),
                        row -> new Cursor(row.getInt("render_version"), row.getObject("id", UUID.class)));
    }

    /** Derives these articles again; answers nothing when one of them failed, and fewer are to be tried. */
    private Optional<Step> renew(Function<ContentWrite, List<Cursor>> choice) {
        var tried = new ArrayList<Cursor>();
        try {
            var held = written(write -> {
                // A deadlock runs this again.
                tried.clear();
                tried.addAll(choice.apply(write));
                return derive(write, tried.stream().map(Cursor::id).toList());
            });
            stride.succeeded();
            return Optional.of(Step.of(tried, held));
        } catch (RuntimeException | StackOverflowError fault) {
            if (tried.isEmpty() || !Stride.blames(fault)) {
                throw fault;
            }
            stride.failed(tried.size());
            return tried.size() > 1 ? Optional.empty() : Optional.of(leave(tried, fault));
        }
    }

    /** The one article that failed stays as it is. */
    private Step leave(List<Cursor> culprit, Throwable fault) {
        var id = culprit.get(0).id();
        culprits.tell(id, fault);
        written(write -> mark(write, List.of(id)));
        return Step.of(culprit, List.of());
    }

    private <T> T written(Function<ContentWrite, T> work) {
        return writes.write(Cause.RENEWAL, Ending.COMMIT, write -> {
                    // One node at a time: what another has just renewed is not renewed again.
                    write.session().list(Sql.of("select pg_advisory_xact_lock(" + LOCK + ")"), row -> true);
                    return work.apply(write);
                })
                .result();
    }

    /** Answers those that somebody else holds. */
    private List<UUID> derive(ContentWrite write, List<UUID> ids) {
        var done = storing.deriveFree(write, ids);
        mark(write, done);
        var held = new ArrayList<>(ids);
        held.removeAll(Set.copyOf(done));
        return held;
    }

    /** What gives no article any more stays as it is, and is not asked again. */
    private int mark(ContentWrite write, List<UUID> ids) {
        return write.session()
                .update(Sql.of(
                        "update article set render_version = ? where id = any(?::uuid[]) and render_version <> ?",
                        version.number(),
                        ids,
                        version.number()));
    }
}
