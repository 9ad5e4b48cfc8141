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
    // An arbitrary number that no other advisory lock of the application uses.
    private static final long LOCK = 0x6c656465_0003L;

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
        int renewed = 0;
        try {
            for (int some = AT_ONCE; some > 0 && !stopped; renewed += some) {
                var began = System.nanoTime();
                some = renewSome();
                TimeUnit.NANOSECONDS.sleep(System.nanoTime() - began);
            }
        } catch (InterruptedException interruption) {
            return;
        }
        if (renewed > 0) {
            Log.infof(
                    "Derived articles again that older code or another configuration had derived: articles=%d",
                    renewed);
        }
    }

    /** Answers how many were done. */
    private int renewSome() throws InterruptedException {
        while (true) {
            try {
                return renew();
            } catch (RuntimeException fault) {
                Log.warn("Articles are not derived again now, but before long", fault);
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            }
        }
    }

    /** Derives some articles again, and answers how many. */
    int renew() {
        return writes.write(Cause.RENEWAL, Ending.COMMIT, write -> {
                    var session = write.session();
                    session.list(Sql.of("select pg_advisory_xact_lock(" + LOCK + ")"), row -> true);
                    List<UUID> old = session.list(
                            Sql.of(
                                    "(select id from article where render_version < ? limit ?) union all"
                                            + " (select id from article where render_version > ? limit ?) limit ?",
                                    version.number(),
                                    AT_ONCE,
                                    version.number(),
                                    AT_ONCE,
                                    AT_ONCE),
                            row -> row.getObject("id", UUID.class));
                    storing.deriveAgain(write, old);
                    // What gives no article any more stays as it is.
                    session.update(Sql.of(
                            "update article set render_version = ? where id = any(?::uuid[]) and render_version <> ?",
                            version.number(),
                            old,
                            version.number()));
                    return old.size();
                })
                .result();
    }
}
