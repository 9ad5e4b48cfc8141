package dev.lede.taxonomy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A term in a list of terms.
 *
 * @param count of the visible articles that bear it
 * @param latest date of the newest of them, absent when none has a date
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CountedTermView(
        String slug, String name, long count, @Nullable OffsetDateTime latest) {

    static CountedTermView of(ResultSet row) throws SQLException {
        return new CountedTermView(
                row.getString("slug"),
                row.getString("name"),
                row.getLong("count"),
                row.getObject("latest", OffsetDateTime.class));
    }
}
