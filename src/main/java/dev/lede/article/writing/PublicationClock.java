package dev.lede.article.writing;

import dev.lede.article.transaction.Cause;
import dev.lede.article.transaction.ContentWrite;
import dev.lede.article.transaction.ContentWrites;
import dev.lede.article.transaction.ContentWrites.Written;
import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Sql;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The writer that needs no client: publishes and expires what falls due, in ordinary write transactions, so that every
 * read follows stored visibility alone. One node at a time, by an advisory lock of the transaction.
 */
@ApplicationScoped
class PublicationClock {

    private static final long EVERY_MILLISECONDS = 250;
    private static final int AT_ONCE = 1_000;
    // An arbitrary number that no other advisory lock of the application uses.
    private static final long LOCK = 0x6c656465_0001L;

    private final Database database;
    private final ContentWrites writes;
    private final Clock clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "publication-clock");
        thread.setDaemon(true);
        return thread;
    });

    PublicationClock(Database database, ContentWrites writes, Clock clock) {
        this.database = database;
        this.writes = writes;
        this.clock = clock;
    }

    /** What fell due while no node ran is caught up before this one takes traffic. */
    void start(@Observes StartupEvent event) {
        turnAllDue();
        var ticking = executor.scheduleWithFixedDelay(
                this::tick, EVERY_MILLISECONDS, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
        Log.debugf("The publication clock is ticking: done=%s", ticking.isDone());
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        executor.shutdown();
        if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
            executor.shutdownNow();
        }
    }

    private void tick() {
        try {
            turnAllDue();
        } catch (RuntimeException fault) {
            // The next tick tries again; a task that throws would never run again.
            Log.warn("Publishing and expiring by the clock failed and is tried again", fault);
        }
    }

    private void turnAllDue() {
        while (isAnythingDue() && turnSome() == AT_ONCE) {
            // Until nothing is due, a bounded number in each transaction.
        }
    }

    private boolean isAnythingDue() {
        return database.read(session -> session.one(
                Sql.of(
                        "select exists (select 1 from article where turns_at <= ? and turns_at < 'infinity')",
                        OffsetDateTime.now(clock)),
                row -> row.getBoolean(1)));
    }

    private int turnSome() {
        Written<Integer> turned = writes.write(Cause.CLOCK, Ending.COMMIT, write -> {
            var mine = write.session()
                    .one(Sql.of("select pg_try_advisory_xact_lock(" + LOCK + ")"), row -> row.getBoolean(1));
            if (!mine) {
                return 0;
            }
            var due = due(write);
            turn(write, due);
            return due.size();
        });
        return turned.result();
    }

    private static List<UUID> due(ContentWrite write) {
        // A row that a writer holds is that writer's to judge, and ours at the next tick if it is still due.
        return write.session()
                .list(
                        Sql.of(
                                "select id from article where turns_at <= ? and turns_at < 'infinity' order by turns_at limit "
                                        + AT_ONCE + " for update skip locked",
                                write.now()),
                        row -> row.getObject("id", UUID.class));
    }

    private static void turn(ContentWrite write, List<UUID> due) {
        var session = write.session();
        var before = StoredArticle.find(session, due);
        var visible = new HashMap<UUID, Boolean>();
        session.list(
                Sql.of(
                        "update article set status = case when expiry_date <= ? then 'expired' else 'published' end,"
                                + " turns_at = case when expiry_date <= ? then 'infinity' else expiry_date end"
                                + " where id = any(?::uuid[]) returning id, visible",
                        write.now(),
                        write.now(),
                        due),
                row -> visible.put(row.getObject("id", UUID.class), row.getBoolean("visible")));
        session.update(Sql.of(
                "update article_term t set listed = a.visible and a.kind = 'page'"
                        + " from article a where a.id = t.article_id and a.id = any(?::uuid[])",
                due));
        for (var old : before.values()) {
            var after = old.turned(Boolean.TRUE.equals(visible.get(old.id())));
            old.tally(write, -1);
            after.tally(write, 1);
            write.changed(after.stored(old, null));
        }
    }
}
