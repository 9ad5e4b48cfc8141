package dev.lede.change.following;

import dev.lede.article.query.Snapshot;
import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is there, and then what changes. Whoever goes on from one answer's end to the next has in the end what is
 * there, whatever happened between. Every answer is from one snapshot. Thread-safe.
 */
@ApplicationScoped
public class Following {

    /** Rows of a stream that are in memory at once. */
    private static final int AT_ONCE = 200;

    private final Database database;

    Following(Database database) {
        this.database = database;
    }

    /** What a statement saw of the log as a whole. */
    private record Head(Snapshot snapshot, String log, long horizon) {

        static Head of(ResultSet row) throws SQLException {
            return new Head(Snapshot.of(row), row.getString("log"), row.getLong("horizon"));
        }

        Place now() {
            return Place.after(log, snapshot.revision());
        }

        void check(Place place) {
            var known = place.log().equals(log) && place.revision() <= snapshot.revision();
            if (!known || place.whole() < horizon) {
                throw new ProblemException(
                        ProblemType.GONE,
                        "What changed since then is not known any more. Begin again without a cursor.");
            }
        }
    }

    private record Row(Head head, @Nullable Place walkedTo, boolean isLastWalked, Optional<Told> told) {}

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
    public ChangePage begin(Followed followed, int limit) {
        var sql = new FollowingSql(followed).snapshotPage(null, limit + 1);
        var rows = database.read(session -> session.list(sql, row -> {
            var head = Head.of(row);
            return row(row, head, head.now(), followed);
        }));
        return snapshotPage(rows, rows.get(0).head().now(), limit);
    }

    /**
     * What comes behind an earlier part.
     *
     * @throws ProblemException {@code gone} when that was too long ago
     */
    public ChangePage goOn(Followed followed, Start start, int limit) {
        return start.after() == null
                ? database.read(session -> deltas(session, followed, start.place(), limit))
                : snapshotPage(
                        database.read(session -> session.list(
                                new FollowingSql(followed).snapshotPage(start.after(), limit + 1),
                                row -> row(row, Head.of(row), start.place(), followed))),
                        start.place(),
                        limit);
    }

    /** The same behind a place in the log, in a transaction of the caller's. */
    public ChangePage deltas(Session session, Followed followed, Place place, int limit) {
        var sql = new FollowingSql(followed);
        var rows = session.list(sql.deltaPage(place, limit + 1), row -> delta(row, place, followed, sql.mostWalked()));
        var any = rows.get(0);
        any.head().check(place);
        var told = told(rows);
        if (told.size() > limit) {
            return page(told.subList(0, limit), Start.behind(told.get(limit - 1).seq()), true, any);
        }
        var walkedTo = any.walkedTo();
        return walkedTo == null || any.isLastWalked()
                ? page(told, Start.behind(any.head().now()), false, any)
                : page(told, Start.behind(walkedTo), true, any);
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
                    AT_ONCE,
                    row -> listener.take(Told.of(row, place, followed.shape()).json()));
        }
        if (start != null) {
            session.each(
                    sql.deltas(place),
                    AT_ONCE,
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

    private static Row row(ResultSet row, Head head, Place seq, Followed followed) throws SQLException {
        var told =
                row.getObject("id") == null ? Optional.<Told>empty() : Optional.of(Told.of(row, seq, followed.shape()));
        return new Row(head, null, false, told);
    }

    private static Row delta(ResultSet row, Place place, Followed followed, int mostWalked) throws SQLException {
        var head = Head.of(row);
        var walkedTo = row.getObject("walked") == null
                ? null
                : place.at(row.getLong("last_revision"), row.getInt("last_ordinal"));
        return new Row(
                head,
                walkedTo,
                row.getLong("walked") < mostWalked,
                row.getObject("id") == null
                        ? Optional.empty()
                        : Optional.of(Told.of(row, seq(row, place, followed), followed.shape())));
    }

    // One change may be told of many articles where these show something of others.
    private static Place seq(ResultSet row, Place place, Followed followed) throws SQLException {
        var revision = row.getLong("in_revision");
        var ordinal = row.getInt("in_ordinal");
        return followed.shape().borrows().isEmpty()
                ? place.at(revision, ordinal)
                : place.at(revision, ordinal, row.getObject("id", UUID.class));
    }

    private static ChangePage snapshotPage(List<Row> rows, Place began, int limit) {
        var any = rows.get(0);
        any.head().check(began);
        var told = told(rows);
        if (told.size() > limit) {
            var shown = told.subList(0, limit);
            return page(shown, new Start(began, shown.get(limit - 1).id()), true, any);
        }
        return page(
                told,
                Start.behind(began),
                began.revision() < any.head().snapshot().revision(),
                any);
    }

    private static List<Told> told(List<Row> rows) {
        return rows.stream().flatMap(row -> row.told().stream()).toList();
    }

    private static ChangePage page(List<Told> told, Start next, boolean more, Row any) {
        return new ChangePage(told, next, more, any.head().snapshot());
    }
}
