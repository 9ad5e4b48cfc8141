package dev.lede.change.watch;

import dev.lede.article.query.Snapshot;
import dev.lede.article.transaction.ContentCommitted;
import dev.lede.article.transaction.ContentCommitting;
import dev.lede.article.transaction.Touched;
import dev.lede.database.Database;
import dev.lede.database.Sql;
import dev.lede.http.caching.Dependencies;
import dev.lede.http.caching.kept.Touches;
import dev.lede.http.manners.RevisionSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells what is kept in memory what every revision touches: this node's own before whoever wrote hears of it, those of
 * others within a fifth of a second. It asks on an ordinary connection, so that it works through any pooler.
 */
@ApplicationScoped
class LogWatch {

    private static final long EVERY_MILLISECONDS = 200;

    /** Of more changes at once it is not asked what they touch: it is everything. */
    private static final int MOST_CHANGES = 1_000;

    private final Database database;
    private final Touches touches;
    private final RevisionSource revisions;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "log-watch");
        thread.setDaemon(true);
        return thread;
    });

    LogWatch(Database database, Touches touches, RevisionSource revisions) {
        this.database = database;
        this.touches = touches;
        this.revisions = revisions;
    }

    /** One change that is not known yet; without one there is a row with the snapshot alone. */
    private record Row(Snapshot snapshot, long revision, boolean ofAsset, String path, List<String> touched) {

        static Row of(ResultSet row) throws SQLException {
            var snapshot = Snapshot.of(row);
            if (row.getObject("changed") == null) {
                return new Row(snapshot, -1, false, "", List.of());
            }
            return new Row(
                    snapshot,
                    row.getLong("changed"),
                    row.getString("type").equals("asset"),
                    row.getString("path"),
                    List.of((String[]) row.getArray("touched").getArray()));
        }
    }

    void start(@Observes StartupEvent event) {
        ask();
        var asking = executor.scheduleWithFixedDelay(
                this::askAgain, EVERY_MILLISECONDS, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
        Log.debugf("The log is being followed: done=%s", asking.isDone());
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        executor.shutdown();
        if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
            executor.shutdownNow();
        }
    }

    private void askAgain() {
        try {
            ask();
        } catch (RuntimeException fault) {
            // Nothing in memory is relied on until it succeeds again.
            Log.debug("The log is not to be had, and asked for again", fault);
        }
    }

    void committing(@Observes ContentCommitting commit) {
        touches.touch(commit.revision(), commit.touched());
    }

    void committed(@Observes ContentCommitted commit) {
        if (!touches.follow(commit.revision(), commit.touched(), commit.turn())) {
            askOrDoubt();
        }
    }

    private synchronized void askOrDoubt() {
        try {
            ask();
        } catch (RuntimeException fault) {
            touches.doubt();
            Log.debug("What was committed before is not known, so nothing in memory is relied on", fault);
        }
    }

    /** Asks for what is not known yet. */
    private synchronized void ask() {
        long askedAt = System.nanoTime();
        long known = touches.revision();
        var rows = database.read(session -> session.list(statement(known), Row::of));
        var newest = rows.get(0).snapshot();
        if (rows.size() > MOST_CHANGES) {
            touches.touch(newest.revision(), Set.of(Dependencies.ALL));
        } else {
            note(rows);
        }
        touches.reach(newest.revision(), newest.turn(), askedAt);
        revisions.saw(newest.revision());
    }

    private void note(List<Row> rows) {
        var byRevision = new TreeMap<Long, Touched>();
        for (var row : rows) {
            if (row.revision() >= 0) {
                var touched = byRevision.computeIfAbsent(row.revision(), revision -> new Touched());
                if (row.ofAsset()) {
                    touched.asset(row.path());
                } else {
                    touched.article(row.path(), row.touched());
                }
            }
        }
        byRevision.forEach((revision, touched) -> touches.touch(revision, touched.things()));
    }

    /** At the beginning what was before does not matter: nothing is kept of it. */
    private static Sql statement(long known) {
        return Sql.of(
                "select " + Snapshot.COLUMNS + ", p.* from revision r left join lateral (select b.revision as changed,"
                        + " c.type, c.path, c.touched from revision_batch b join change c on c.batch = b.batch"
                        + " where b.revision > ? and ? limit " + (MOST_CHANGES + 1) + ") p on true",
                known,
                known >= 0);
    }
}
