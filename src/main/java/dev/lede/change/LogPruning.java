package dev.lede.change;

import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.function.ToIntFunction;

/**
 * Forgets what changed too long ago, and what was deleted. First the horizon moves, and only then goes what lies behind
 * it, so that whoever is told that a place is known still finds all that came after. One node at a time.
 */
@Singleton
class LogPruning {

    /** Rows in one transaction. */
    private static final int AT_ONCE = 2_000;

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

    // An arbitrary number that no other advisory lock of the application uses.
    private static final long LOCK = 0x6c656465_0008L;

    private final Database database;
    private final Clock clock;
    private final Duration keep;

    LogPruning(Database database, Clock clock, ChangesConfig config) {
        this.database = database;
        this.clock = clock;
        this.keep = config.keep();
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void prune() {
        try {
            prune(OffsetDateTime.now(clock).minus(keep));
        } catch (RuntimeException fault) {
            Log.warn("The log of changes is not pruned now, but before long", fault);
        }
    }

    /** Forgets what happened before this moment. */
    void prune(OffsetDateTime moment) {
        repeat(session -> moveHorizon(session, moment));
        repeat(session -> session.update(Sql.of("delete from latest_change where article_id in"
                + " (select n.article_id from revision_batch b join latest_change n on n.batch = b.batch"
                + " where b.revision <= (select horizon from change_log) limit " + AT_ONCE
                + " for update of n skip locked)")));
        repeat(session -> session.update(Sql.of("delete from change where (batch, ordinal) in"
                + " (select c.batch, c.ordinal from revision_batch b join change c on c.batch = b.batch"
                + " where b.revision <= (select horizon from change_log) limit " + AT_ONCE + ")")));
        repeat(session -> session.update(Sql.of("delete from revision_batch where revision in"
                + " (select b.revision from revision_batch b where b.revision <= (select horizon from change_log)"
                + " and not exists (select from change c where c.batch = b.batch) limit " + AT_ONCE + ")")));
        repeat(session -> forgetDeleted(session, moment));
    }

    private void repeat(ToIntFunction<Session> some) {
        while (database.write(LOCK_TIMEOUT, Ending.COMMIT, session -> isMine(session) ? some.applyAsInt(session) : 0)
                == AT_ONCE) {
            // Until there is no more.
        }
    }

    private static boolean isMine(Session session) {
        return session.one(Sql.of("select pg_try_advisory_xact_lock(" + LOCK + ")"), row -> row.getBoolean(1));
    }

    // Revisions are in the order of commits and not quite in that of their moments: the horizon stops before the first
    // that is too young.
    private static int moveHorizon(Session session, OffsetDateTime moment) {
        var old = session.list(
                Sql.of("select b.revision, (select c.at from change c where c.batch = b.batch limit 1) as at"
                        + " from revision_batch b where b.revision > (select horizon from change_log)"
                        + " order by b.revision limit " + AT_ONCE),
                row -> new Aged(row.getLong("revision"), row.getObject("at", OffsetDateTime.class)));
        int count = 0;
        while (count < old.size() && old.get(count).at().isBefore(moment)) {
            count++;
        }
        if (count > 0) {
            session.update(Sql.of(
                    "update change_log set horizon = ?", old.get(count - 1).revision()));
        }
        return count;
    }

    private record Aged(long revision, OffsetDateTime at) {}

    /** With a tombstone goes what its article was called: it would lead to what nothing is known of. */
    private static int forgetDeleted(Session session, OffsetDateTime moment) {
        return session.one(
                Sql.of(
                        "with gone as (delete from tombstone where id in (select t.id from tombstone t"
                                + " where t.deleted_at < ? limit " + AT_ONCE + " for update skip locked) returning id),"
                                + " forgotten as (delete from address w using gone g where w.article_id = g.id"
                                + " and w.relation = 'former') select count(*) from gone",
                        moment),
                row -> row.getInt(1));
    }
}
