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
    // An arbitrary number that no other advisory lock of the application uses.
    private static final long LOCK = 0x6c656465_0003L;

    static final String OLDER = "<";
    static final String NEWER = ">";

    private final Storing storing;
    private final ContentWrites writes;
    private final RenderVersion version;
    private final Thread thread = new Thread(this::run, "renewal");
    private volatile boolean stopped;

    Renewal(Storing storing, ContentWrites writes, RenderVersion version) {
        this.storing = storing;
        this.writes = writes;
        this.version = version;
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
    record Step(int renewed, List<UUID> held, Optional<Cursor> next) {}

    /**
     * Goes once over what the condition finds, so that two nodes that have each other's renewed come to an end.
     *
     * @param held takes those that come later: as many as an import holds
     */
    private int pass(String condition, List<UUID> held) throws InterruptedException {
        int renewed = 0;
        for (var at = Optional.of(Cursor.START); at.isPresent(); ) {
            var from = at.get();
            var step = patiently(() -> renew(condition, from));
            renewed += step.renewed();
            held.addAll(step.held());
            at = step.next();
        }
        return renewed;
    }

    /** Answers those that are still held. */
    private List<UUID> again(List<UUID> later) throws InterruptedException {
        var held = new ArrayList<UUID>();
        for (int from = 0; from < later.size(); from += AT_ONCE) {
            var some = later.subList(from, Math.min(later.size(), from + AT_ONCE));
            held.addAll(patiently(() -> renew(some)));
        }
        return held;
    }

    /** Rests as long as it works, so that it takes half of one processor at most. */
    private <T> T patiently(Supplier<T> work) throws InterruptedException {
        while (!stopped) {
            var began = System.nanoTime();
            try {
                T done = work.get();
                TimeUnit.NANOSECONDS.sleep(System.nanoTime() - began);
                return done;
            } catch (RuntimeException | StackOverflowError fault) {
                Log.warn("Articles are not derived again now, but before long", fault);
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            }
        }
        throw new InterruptedException("The server stops");
    }

    /** Derives some articles again. */
    Step renew(String condition, Cursor at) {
        return written(write -> {
            List<Cursor> some = write.session()
                    .list(
                            Sql.of(
                                    "select render_version, id from article where render_version " + condition
                                            + " ? and (render_version, id) > (?, ?) order by render_version, id limit "
                                            + AT_ONCE,
                                    version.number(),
                                    at.version(),
                                    at.id()),
                            row -> new Cursor(row.getInt("render_version"), row.getObject("id", UUID.class)));
            var held = derive(write, some.stream().map(Cursor::id).toList());
            return new Step(
                    some.size() - held.size(),
                    held,
                    some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1)));
        });
    }

    private List<UUID> renew(List<UUID> some) {
        return written(write -> derive(write, some));
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
        // What gives no article any more stays as it is.
        write.session()
                .update(Sql.of(
                        "update article set render_version = ? where id = any(?::uuid[]) and render_version <> ?",
                        version.number(),
                        done,
                        version.number()));
        var held = new ArrayList<>(ids);
        held.removeAll(Set.copyOf(done));
        return held;
    }
}
