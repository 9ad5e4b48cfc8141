package dev.lede.search.index;

import dev.lede.database.Database;
import dev.lede.database.DatabaseException;
import dev.lede.database.Sql;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/**
 * Brings the tokens that PostgreSQL keeps in a list, because that is how they are stored quickly, to where they are found
 * quickly. Without it that happens when autovacuum comes, or when the list is full, and every search reads the list until
 * then.
 */
@Singleton
class PendingTokens {

    /**
     * Never beside an upload: it would not end before the upload does, and until its end no page of the list that it has
     * emptied is used again. A list that an upload fills, the upload empties; see {@link WaitingTokens}.
     */
    private static final Sql CLEAN = WaitingTokens.SETTLE.then("and not exists (select from pg_locks l"
            + " join pg_stat_activity a on a.pid = l.pid where l.relation = 'search_entry'::regclass"
            + " and l.mode = 'RowExclusiveLock' and a.xact_start < now() - interval '1 second')");

    private final Database database;

    PendingTokens(Database database) {
        this.database = database;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settle() {
        try {
            database.read(session -> session.list(CLEAN, row -> true));
        } catch (DatabaseException fault) {
            Log.debug("Pending tokens are settled later", fault);
        }
    }
}
