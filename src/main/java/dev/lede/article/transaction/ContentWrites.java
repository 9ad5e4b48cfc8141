package dev.lede.article.transaction;

import dev.lede.database.Database;
import dev.lede.database.Database.Ended;
import dev.lede.database.Database.Ending;
import dev.lede.database.Revision;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which content changes. A transaction does its work, then takes the revision, applies its counts, and
 * tells what it changed, so that a change without its log entry cannot commit, nor the other way round.
 */
@ApplicationScoped
public class ContentWrites {

    private final Database database;
    private final WriteConfig config;
    private final Event<ContentChanged> news;
    private final Event<ContentCommitting> committing;
    private final Event<ContentCommitted> committed;
    private final Clock clock;

    ContentWrites(
            Database database,
            WriteConfig config,
            Event<ContentChanged> news,
            Event<ContentCommitting> committing,
            Event<ContentCommitted> committed,
            Clock clock) {
        this.database = database;
        this.config = config;
        this.news = news;
        this.committing = committing;
        this.committed = committed;
        this.clock = clock;
    }

    /**
     * What a transaction answered.
     *
     * @param revision the one it took, or the current one when nothing changed or all was rolled back
     */
    public record Written<T>(T result, long revision) {}

    /**
     * Runs an author's work in one transaction. Without changes no revision is used up.
     *
     * @throws dev.lede.database.DatabaseException when a lock is not to be had within {@code lede.write.lock-timeout}
     */
    public <T> Written<T> write(Ending ending, Function<ContentWrite, T> work) {
        return write(Cause.AUTHOR, ending, work);
    }

    /** The same for work of whatever cause. */
    public <T> Written<T> write(Cause cause, Ending ending, Function<ContentWrite, T> work) {
        return told(database.write(
                config.lockTimeout(),
                ending,
                session -> run(session, cause, write -> {
                            return new Ended<>(work.apply(write), ending);
                        })
                        .result()));
    }

    /** Runs an author's work that decides itself how it ends, and cannot be run again: a deadlock is thrown on. */
    public <T> Written<T> writeOnce(Function<ContentWrite, Ended<T>> work) {
        return told(database.writeOnce(config.lockTimeout(), session -> run(session, Cause.AUTHOR, work)));
    }

    /** What a transaction answered, and the news of it once it has committed. */
    private record Outcome<T>(Written<T> written, Optional<ContentCommitted> news) {}

    private <T> Written<T> told(Outcome<T> outcome) {
        outcome.news().ifPresent(committed::fire);
        return outcome.written();
    }

    private <T> Ended<Outcome<T>> run(Session session, Cause cause, Function<ContentWrite, Ended<T>> work) {
        // PostgreSQL keeps microseconds: what is compared later is what was stored.
        var now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        var write = new ContentWrite(session, now, cause, news::fire);
        var ended = work.apply(write);
        // Who rolls back needs no revision, and holds up nobody who does.
        var changes = !write.isEmpty() && ended.ending() == Ending.COMMIT;
        var last = changes ? Optional.of(finish(write)) : Optional.<ContentCommitted>empty();
        long revision = last.map(ContentCommitted::revision).orElseGet(() -> current(session));
        return new Ended<>(new Outcome<>(new Written<>(ended.result(), revision), last), ended.ending());
    }

    private ContentCommitted finish(ContentWrite write) {
        write.tell();
        var session = write.session();
        Revision.next(session);
        write.checkRevision();
        write.tally().apply(session);
        var touched = write.touched();
        // With the revision held, no other transaction that changes content is between this and its commit.
        var commit = session.one(
                Sql.of(
                        "insert into revision_batch (revision, batch) select number, ? from revision returning revision,"
                                + " (select min(turns_at) from article where turns_at < 'infinity') as turn",
                        write.batch()),
                row -> new ContentCommitted(
                        row.getLong("revision"), touched, instant(row.getObject("turn", OffsetDateTime.class))));
        // Before others can see the change: who has seen it must not be given from memory what was before.
        committing.fire(new ContentCommitting(commit.revision(), touched));
        return commit;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static long current(Session session) {
        return session.one(Sql.of("select " + Revision.CURRENT), row -> row.getLong(1));
    }
}
