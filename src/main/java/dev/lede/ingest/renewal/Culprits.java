package dev.lede.ingest.renewal;

import dev.lede.database.Database;
import dev.lede.database.Sql;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Tells of articles that cannot be derived again. Thread-safe. */
@Singleton
final class Culprits {

    private final Database database;

    Culprits(Database database) {
        this.database = database;
    }

    /** Tells of an article that stays as it is. What the database says of it may hold parts of it, so it is left out. */
    void tell(UUID article, Throwable fault) {
        var path = database.read(session ->
                session.first(Sql.of("select path from document where id = ?", article), row -> row.getString("path")));
        Log.errorf(
                "An article could not be derived again, and stays as it is until its document is stored: path=%s fault=%s",
                path.orElse("?"), fault.getClass().getName());
        Log.debug("The fault of an article that could not be derived again", fault);
    }
}
