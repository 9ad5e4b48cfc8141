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

    /** So much of the texts, in characters, is looked at: what is cut off is a body's end, or all of it behind long terms. */
    static final int LONGEST = 6_000;

    /** In bytes: to count the characters of a shorter one takes longer than to have all of it. */
    private static final int SHORT = 8_192;

    /** The columns of {@code search_entry t}, each under this prefix. */
    public static Sql columns(String prefix) {
        return Sql.of(("t.article_id as #id, (select case when octet_length(s.flat) <= " + SHORT
                        + " then s.flat else left(s.flat, " + LONGEST
                        + ") end from search_text s where s.article_id = t.article_id) as #flat,"
                        + " (select s.accents from search_text s where s.article_id = t.article_id) as #accents,"
                        + " t.size as #size, t.date as #date")
                .replace("#", prefix));
    }

    /** From a row that has those columns. */
    public static Scored of(ResultSet row, String prefix) throws SQLException {
        var texts = row.getString(prefix + "flat").split("\n", -1);
        return new Scored(
                row.getObject(prefix + "id", UUID.class),
                texts[0],
                texts.length > 1 ? texts[1] : "",
                texts.length > 2 ? texts[2] : "",
                texts.length > 3 ? texts[3] : "",
                row.getString(prefix + "accents"),
                row.getInt(prefix + "size"),
                row.getObject(prefix + "date", OffsetDateTime.class));
    }
}
