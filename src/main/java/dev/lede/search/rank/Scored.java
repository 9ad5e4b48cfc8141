package dev.lede.search.rank;

import dev.lede.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What of an article decides its score: flat texts, of the body the beginning.
 *
 * @param accents the words that it writes with diacritics
 * @param size words and characters of the whole body
 */
public record Scored(
        UUID id,
        String title,
        String tags,
        String summary,
        String body,
        String accents,
        int size,
        OffsetDateTime date) {

    /** So much of a body, in characters, is looked at. */
    static final int LONGEST = 6_000;

    /** The columns of {@code search_entry t}, each under this prefix. */
    public static Sql columns(String prefix) {
        return Sql.of(("t.article_id as #id, t.title as #title, t.tags as #tags, t.summary as #summary, left(t.body, "
                        + LONGEST + ") as #body, t.accents as #accents, t.size as #size, t.date as #date")
                .replace("#", prefix));
    }

    /** From a row that has those columns. */
    public static Scored of(ResultSet row, String prefix) throws SQLException {
        return new Scored(
                row.getObject(prefix + "id", UUID.class),
                row.getString(prefix + "title"),
                row.getString(prefix + "tags"),
                row.getString(prefix + "summary"),
                row.getString(prefix + "body"),
                row.getString(prefix + "accents"),
                row.getInt(prefix + "size"),
                row.getObject(prefix + "date", OffsetDateTime.class));
    }
}
