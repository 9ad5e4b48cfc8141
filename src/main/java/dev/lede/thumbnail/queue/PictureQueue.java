package dev.lede.thumbnail.queue;

import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.hash.Sha256;
import dev.lede.thumbnail.Blobs;
import dev.lede.thumbnail.fetch.FetchConfig;
import dev.lede.thumbnail.picture.PictureFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that are to be fetched and looked at, in the database, so that they survive whatever happens to a node. Every
 * node takes from it. Thread-safe.
 */
@ApplicationScoped
public class PictureQueue {

    /** How long a picture is left to the node that took it, beside the time in which it is fetched: far more than it takes. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

    private final Database database;
    private final Clock clock;
    private final Duration lease;

    PictureQueue(Database database, Clock clock, FetchConfig fetch) {
        this.database = database;
        this.clock = clock;
        this.lease = LEASE.plus(fetch.timeout());
    }

    private <T> T write(Function<Session, T> work) {
        return database.write(LOCK_TIMEOUT, Ending.COMMIT, work);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** Queues the pictures of articles that have been stored meanwhile. */
    void announceAll() {
        while (write(session -> new Announcement(session, now()).run()) == Announcement.AT_ONCE) {
            // A bounded number in each transaction.
        }
    }

    /**
     * Takes the picture that has been due longest, or one of about as long.
     *
     * @param closed hosts from which nothing is fetched just now
     */
    Optional<Job> take(Collection<String> closed) {
        var due = new DuePictures(now(), closed);
        return write(session -> next(session, due)
                .map(id -> session.one(
                        Sql.of(
                                "update picture set attempts = attempts + 1, tried_at = ?, due_at = ? where id = ?"
                                        + " returning id, address, attempts",
                                due.now(),
                                due.now().plus(lease),
                                id),
                        row -> new Job(
                                Sha256.hex(row.getBytes("id")), row.getString("address"), row.getInt("attempts")))));
    }

    private static Optional<byte[]> next(Session session, DuePictures due) {
        return session.first(due.amongOldest(), row -> row.getBytes("id"))
                .or(() -> due.closed().isEmpty()
                        ? Optional.empty()
                        : session.first(due.ofOtherHosts(), row -> row.getBytes("id")));
    }

    /** The bytes of an asset that is a picture, as long as it is there. */
    Optional<byte[]> bytes(Job job) {
        return database.read(session -> Blobs.find(session, job.id()));
    }

    /**
     * A picture was understood.
     *
     * @param fetched what of it is to be kept; nothing of an asset, which is kept anyway
     */
    void ready(Job job, PictureFacts facts, Optional<byte[]> fetched) {
        var hash = fetched.map(bytes -> Sha256.hex(Sha256.of(bytes))).orElse(job.id());
        write(session -> {
            Blobs.store(session, fetched.stream().toList());
            var kept = session.update(Sql.of(
                    "update picture set status = 'ready', reason = null, due_at = 'infinity', version = nextval('picture_version'),"
                            + " news = true, hash = (select hash from blob where hash = decode(?, 'hex')), type = ?,"
                            + " width = nullif(?, 0), height = nullif(?, 0), color = nullif(?, ''),"
                            + " blurhash = nullif(?, '') where id = decode(?, 'hex') and status <> 'ready'",
                    hash,
                    facts.type(),
                    orZero(facts.width()),
                    orZero(facts.height()),
                    orEmpty(facts.color()),
                    orEmpty(facts.blurhash()),
                    job.id()));
            if (kept == 0) {
                // Nobody has shown it for so long that it is gone.
                Blobs.sweep(session, List.of(hash));
            }
            return kept;
        });
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * A picture could not be had, or not be understood, this time; its articles do not tell of it yet.
     *
     * @param again how long to wait before it is tried again
     */
    void retry(Job job, Duration again) {
        write(session -> session.update(Sql.of(
                "update picture set due_at = ? where id = decode(?, 'hex') and status <> 'ready'",
                now().plus(again),
                job.id())));
    }

    /**
     * A picture could not be had, or not be understood, and its articles say so.
     *
     * @param reason for its author
     * @param again how long to wait before it is tried again all the same; nothing for never
     */
    void failed(Job job, String reason, Optional<Duration> again) {
        write(session -> {
            var due = again.map(now()::plus).orElse(OffsetDateTime.MAX);
            session.update(Sql.of(
                    "update picture set due_at = ? where id = decode(?, 'hex') and status <> 'ready'", due, job.id()));
            // Told once, however often it fails in the same way.
            return session.update(Sql.of(
                    "update picture set status = 'failed', reason = ?, version = nextval('picture_version'), news = true"
                            + " where id = decode(?, 'hex') and status <> 'ready' and reason is distinct from ?",
                    reason,
                    job.id(),
                    reason));
        });
    }

    /** Nobody could try after all; it is taken again before long. */
    void putBack(Job job, Duration wait) {
        write(session -> session.update(Sql.of(
                "update picture set attempts = attempts - 1, due_at = ? where id = decode(?, 'hex') and attempts > 0",
                now().plus(wait),
                job.id())));
    }
}
