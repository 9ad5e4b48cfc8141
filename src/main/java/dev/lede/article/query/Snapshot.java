package dev.lede.article.query;

import dev.lede.http.caching.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a statement saw: an answer made from it is known to be right for this revision.
 *
 * @param turn when the clock next changes what is visible; null when it never does
 */
public record Snapshot(long revision, @Nullable Instant turn) {

    /** The columns that every statement on {@code revision r} begins with. */
    public static final String COLUMNS =
            "r.number as revision, (select min(turns_at) from article where turns_at < 'infinity') as turn";

    /** This answer, which was made from what the statement saw. */
    public Answer answer(Answer made) {
        var placed = made.atRevision(revision);
        return turn == null ? placed : placed.until(turn);
    }

    /** From a row that has those columns. */
    public static Snapshot of(ResultSet row) throws SQLException {
        var turn = row.getObject("turn", OffsetDateTime.class);
        return new Snapshot(row.getLong("revision"), turn == null ? null : turn.toInstant());
    }
}
