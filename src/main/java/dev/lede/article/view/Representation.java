package dev.lede.article.view;

import dev.lede.article.query.Perspective;
import dev.lede.database.Sql;
import dev.lede.http.caching.Dependencies;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A way to answer an article: the columns that it takes, and the bytes that they become. Thread-safe. */
public interface Representation {

    /**
     * The select list on {@code article a}.
     *
     * @param perspective by which other articles may be told of
     */
    Sql columns(Perspective perspective);

    /** What a row with these columns is answered as. */
    byte[] bytes(ResultSet row) throws SQLException;

    /** What beside the article itself these bytes depend on. */
    default Dependencies others(ResultSet row) throws SQLException {
        return Dependencies.EVERYTHING;
    }

    /** The media type of {@link #bytes}. */
    String mediaType();
}
