package dev.lede.ingest.bulk;

import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.DatabaseException;
import dev.lede.database.Sql;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * What PostgreSQL's planner knows of the tables that lists are read from. Left to itself PostgreSQL counts anew within a
 * minute, and until then lists of a tag among thousands of new articles take ten times as long. Thread-safe.
 */
@ApplicationScoped
class PlannerStatistics {

    /** So few rows are read quickly by any plan. */
    private static final int FEW = 500;

    /** New rows matter that are more than this part of all. */
    private static final int PART = 10;

    /** Shorter than the second after which who waits for a lock has PostgreSQL's own counting interrupted. */
    private static final Duration LOCK_TIMEOUT = Duration.ofMillis(500);

    private final Database database;

    PlannerStatistics(Database database) {
        this.database = database;
    }

    /**
     * Has them counted anew where so many new articles make a difference, which takes a tenth of a second for ten thousand.
     * By whoever owns the tables: for another role it is left to PostgreSQL, and so it is when it fails.
     */
    void created(int articles) {
        if (articles < FEW) {
            return;
        }
        try {
            for (var table : outdatedBy(articles)) {
                database.write(LOCK_TIMEOUT, Ending.COMMIT, session -> session.update(Sql.of("analyze " + table)));
            }
        } catch (DatabaseException fault) {
            Log.debug("Statistics are left to PostgreSQL", fault);
        }
    }

    private List<String> outdatedBy(int articles) {
        return database.read(session -> session.list(
                Sql.of(
                        "select c.relname from pg_class c where c.oid in ('article'::regclass, 'article_term'::regclass,"
                                + " 'term'::regclass) and c.reltuples < ? and pg_has_role(c.relowner, 'usage')"
                                + " order by c.relname",
                        (long) articles * PART),
                row -> row.getString(1)));
    }
}
