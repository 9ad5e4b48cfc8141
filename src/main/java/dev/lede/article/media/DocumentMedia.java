package dev.lede.article.media;

import dev.lede.article.query.Perspective;
import dev.lede.article.view.Representation;
import dev.lede.database.Sql;
import dev.lede.http.caching.Dependencies;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The very bytes of the document that an article comes from. */
record DocumentMedia() implements Representation {

    @Override
    public String mediaType() {
        return "text/markdown;charset=UTF-8";
    }

    @Override
    public Sql columns(Perspective perspective) {
        return Sql.of("(select d.bytes from document d where d.id = a.id) as document");
    }

    @Override
    public Dependencies others(ResultSet row) throws SQLException {
        return Dependencies.NONE;
    }

    @Override
    public byte[] bytes(ResultSet row) throws SQLException {
        return row.getBytes("document");
    }
}
