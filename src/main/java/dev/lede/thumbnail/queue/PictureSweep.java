package dev.lede.thumbnail.queue;

import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.hash.Sha256;
import dev.lede.thumbnail.Blobs;
import dev.lede.thumbnail.ThumbnailConfig;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Deletes pictures that no article has shown for the time of grace, with all their sizes. Far longer than a transaction
 * takes, so that none is deleted that an article is just coming to show.
 */
@Singleton
class PictureSweep {

    private static final int AT_ONCE = 500;
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SHORTEST_GRACE = Duration.ofHours(1);

    private final Database database;
    private final Clock clock;
    private final Duration grace;

    PictureSweep(Database database, Clock clock, ThumbnailConfig config) {
        this.database = database;
        this.clock = clock;
        this.grace = config.grace().compareTo(SHORTEST_GRACE) < 0 ? SHORTEST_GRACE : config.grace();
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            sweep(OffsetDateTime.now(clock));
        } catch (RuntimeException fault) {
            Log.debug("Unused pictures are looked for again", fault);
        }
    }

    /** A bounded number in each transaction, so that nobody waits long who comes to show one of them. */
    void sweep(OffsetDateTime now) {
        repeat(session -> session.update(Sql.of(
                "update picture set unused_since = ? where id in (select p.id from picture p where p.unused_since is null"
                        + " and not exists (select from thumbnail t where t.picture_id = p.id)"
                        + " limit " + AT_ONCE + " for update skip locked)",
                now)));
        repeat(session ->
                session.update(Sql.of("update picture set unused_since = null where id in (select p.id from picture p"
                        + " where p.unused_since is not null and exists (select from thumbnail t where t.picture_id = p.id)"
                        + " limit " + AT_ONCE + " for update skip locked)")));
        repeat(session -> delete(session, now.minus(grace)));
    }

    private void repeat(ToIntFunction<Session> some) {
        while (database.write(LOCK_TIMEOUT, Ending.COMMIT, some::applyAsInt) == AT_ONCE) {
            // Until there are no more.
        }
    }

    private static int delete(Session session, OffsetDateTime since) {
        List<Optional<String>> deleted = session.list(
                Sql.of(
                        "delete from picture where id in (select p.id from picture p where p.unused_since < ?"
                                + " and not exists (select from thumbnail t where t.picture_id = p.id)"
                                + " limit " + AT_ONCE + " for update skip locked) returning hash",
                        since),
                row -> Optional.ofNullable(row.getBytes("hash")).map(Sha256::hex));
        Blobs.sweep(session, deleted.stream().flatMap(Optional::stream).toList());
        return deleted.size();
    }
}
