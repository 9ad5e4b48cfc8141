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

    private static final Sql CLEAN = Sql.of("select gin_clean_pending_list('search_entry_tokens')");

    private final Database database;

    PendingTokens(Database database) {
        this.database = database;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settle() {
        try {
            database.read(session -> session.one(CLEAN, row -> row.getLong(1)));
        } catch (DatabaseException fault) {
            Log.debug("Pending tokens are settled later", fault);
        }
    }
}
