package dev.lede.ingest.renewal;

import dev.lede.article.transaction.Cause;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Derives again, in the background, what older code or another configuration has derived. It runs once for each start and
 * takes half of one processor's time at most; nodes that are configured differently each have their way once.
 */
@Singleton
class Renewal {

    private static final int AT_ONCE = 100;
    private static final long PAUSE_SECONDS = 30;
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
            int renewed = pass(OLDER) + pass(NEWER);
            if (renewed > 0) {
                Log.infof(
                        "Derived articles again that other code or another configuration had derived: articles=%d",
                        renewed);
            }
        } catch (InterruptedException interruption) {
            // The server stops; the next start goes on.
            return;
        }
    }

    /** Where a pass has come to. */
    record Cursor(int version, UUID id) {
        static final Cursor START = new Cursor(Integer.MIN_VALUE, new UUID(0, 0));
    }

    /** Goes once over what the condition finds, so that two nodes that have each other's renewed come to an end. */
    private int pass(String condition) throws InterruptedException {
        int renewed = 0;
        var at = Optional.of(Cursor.START);
        while (at.isPresent() && !stopped) {
            var began = System.nanoTime();
            var step = step(condition, at.get());
            renewed += step.renewed();
            at = step.next();
            TimeUnit.NANOSECONDS.sleep(System.nanoTime() - began);
        }
        return renewed;
    }

    private Step step(String condition, Cursor at) throws InterruptedException {
        while (true) {
            try {
                return renew(condition, at);
            } catch (RuntimeException fault) {
                if (stopped) {
                    throw new InterruptedException();
                }
                Log.warn("Articles are not derived again now, but before long", fault);
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            }
        }
    }

    /** @param next nothing when there is no more */
    record Step(int renewed, Optional<Cursor> next) {}

    /** Derives some articles again. */
    Step renew(String condition, Cursor at) {
        return writes.write(Cause.RENEWAL, Ending.COMMIT, write -> {
                    var session = write.session();
                    List<Cursor> some = session.list(
                            Sql.of(
                                    "select render_version, id from article where render_version " + condition
                                            + " ? and (render_version, id) > (?, ?) order by render_version, id limit "
                                            + AT_ONCE,
                                    version.number(),
                                    at.version(),
                                    at.id()),
                            row -> new Cursor(row.getInt("render_version"), row.getObject("id", UUID.class)));
                    // Who holds a document derives it anew, most likely; what it leaves alone comes at the next start.
                    var done = storing.deriveFree(
                            write, some.stream().map(Cursor::id).toList());
                    // What gives no article any more stays as it is.
                    session.update(Sql.of(
                            "update article set render_version = ? where id = any(?::uuid[]) and render_version <> ?",
                            version.number(),
                            done,
                            version.number()));
                    return new Step(
                            done.size(), some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1)));
                })
                .result();
    }
}
