package dev.lede.change.following;

import dev.lede.article.query.Snapshot;
import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.http.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is there, and then what changes. Whoever goes on from one answer's end to the next has in the end what is
 * there, whatever happened between. Every answer is from one snapshot. Thread-safe.
 */
@ApplicationScoped
public class Following {

    private final Database database;

    Following(Database database) {
        this.database = database;
    }

    /** The end of the log as it is now, for those who want what comes from now on. */
    public Place now() {
        return database.read(session -> head(session).now());
    }

    /** The earliest place from which everything is kept. */
    public Place oldest(Session session) {
        var head = head(session);
        return Place.after(head.log(), head.horizon());
    }

    /**
     * Whether a place can be gone on from.
     *
     * @throws ProblemException {@code gone} when it cannot
     */
    public void check(Place place) {
        database.read(Following::head).check(place);
    }

    /** The first part of what is there. */
    public ChangePage begin(Followed followed, PageSize size) {
        try (var snapshot = database.snapshot()) {
            return snapshotPage(snapshot.session(), followed, null, size);
        }
    }

    /**
     * What comes behind an earlier part.
     *
     * @throws ProblemException {@code gone} when that was too long ago
     */
    public ChangePage goOn(Followed followed, Start start, PageSize size) {
        try (var snapshot = database.snapshot()) {
            return start.after() == null
                    ? deltas(snapshot.session(), followed, start.place(), size)
                    : snapshotPage(snapshot.session(), followed, start, size);
        }
    }

    private static ChangePage snapshotPage(Session session, Followed followed, @Nullable Start start, PageSize size) {
        var sql = new FollowingSql(followed);
        var rows = new PageRows(size);
        session.whileWanted(
                sql.snapshotPage(start == null ? null : start.after(), size.items() + 1),
                followed.rowsAtOnce(),
                row -> {
                    var place = start == null ? rows.head(row).now() : start.place();
                    rows.head(row).check(place);
                    return row.getObject("id") == null || rows.add(Told.of(row, place, followed.shape()));
                });
        var snapshot = rows.head().snapshot();
        var began = start == null ? rows.head().now() : start.place();
        return rows.isFull()
                ? new ChangePage(rows.told(), new Start(began, rows.last().id()), true, snapshot)
                : new ChangePage(rows.told(), Start.behind(began), began.revision() < snapshot.revision(), snapshot);
    }

    /** The same behind a place in the log, in a transaction of the caller's. */
    public ChangePage deltas(Session session, Followed followed, Place place, PageSize size) {
        var sql = new FollowingSql(followed);
        var rows = new PageRows(size);
        var walked = new AtomicReference<@Nullable Place>();
        session.whileWanted(sql.deltaPage(place, size.items() + 1), followed.rowsAtOnce(), row -> {
            rows.head(row).check(place);
            // Whoever did not get to the end of the log goes on where they got to.
            if (row.getObject("walked") != null && row.getLong("walked") >= sql.mostWalked()) {
                walked.set(place.at(row.getLong("last_revision"), row.getInt("last_ordinal")));
            }
            return row.getObject("id") == null || rows.add(Told.of(row, seq(row, place, followed), followed.shape()));
        });
        var snapshot = rows.head().snapshot();
        if (rows.isFull()) {
            return new ChangePage(rows.told(), Start.behind(rows.last().seq()), true, snapshot);
        }
        var walkedTo = walked.get();
        return walkedTo == null
                ? new ChangePage(rows.told(), Start.behind(rows.head().now()), false, snapshot)
                : new ChangePage(rows.told(), Start.behind(walkedTo), true, snapshot);
    }

    /** Takes what is told, one after the other. */
    @FunctionalInterface
    public interface Listener {
        void take(byte[] json) throws IOException;
    }

    /**
     * Tells everything up to now, in bounded memory.
     *
     * @param session of a snapshot
     * @param start null for the beginning
     * @return where to go on later
     * @throws IOException when the listener cannot
     */
    public Start all(Session session, Followed followed, @Nullable Start start, Listener listener) throws IOException {
        var head = head(session);
        var place = start == null ? head.now() : start.place();
        head.check(place);
        var sql = new FollowingSql(followed);
        if (start == null || start.after() != null) {
            session.each(
                    sql.snapshot(start == null ? null : start.after()),
                    followed.rowsAtOnce(),
                    row -> listener.take(Told.of(row, place, followed.shape()).json()));
        }
        if (start != null) {
            session.each(
                    sql.deltas(place),
                    followed.rowsAtOnce(),
                    row -> listener.take(Told.of(row, seq(row, place, followed), followed.shape())
                            .json()));
        }
        return Start.behind(head.now());
    }

    /** The revision that a stream tells, and whether it may begin where its client wants it to. */
    public Snapshot look(Session session, @Nullable Start start) {
        var head = head(session);
        if (start != null) {
            head.check(start.place());
        }
        return head.snapshot();
    }

    private static Head head(Session session) {
        return session.one(
                Sql.of("select " + FollowingSql.HEAD + " from revision r cross join change_log l"), Head::of);
    }

    // One change may be told of many articles where these show something of others.
    private static Place seq(ResultSet row, Place place, Followed followed) throws SQLException {
        var revision = row.getLong("in_revision");
        var ordinal = row.getInt("in_ordinal");
        return followed.shape().borrows().isEmpty()
                ? place.at(revision, ordinal)
                : place.at(revision, ordinal, row.getObject("id", UUID.class));
    }
}
