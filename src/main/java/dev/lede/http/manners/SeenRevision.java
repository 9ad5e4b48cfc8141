package dev.lede.http.manners;

import dev.lede.database.Database;
import dev.lede.database.Revision;
import dev.lede.database.Sql;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** The newest revision that the database had at the start, or that an answer has told since. Thread-safe. */
@DefaultBean
@Singleton
final class SeenRevision implements RevisionSource {

    private final AtomicLong newest = new AtomicLong();

    void start(@Observes StartupEvent started, Database database) {
        saw(database.read(session ->
                session.one(Sql.of("select " + Revision.CURRENT + " as number"), row -> row.getLong("number"))));
    }

    @Override
    public long newest() {
        return newest.get();
    }

    @Override
    public void saw(long revision) {
        newest.accumulateAndGet(revision, Math::max);
    }
}
