package dev.lede.article.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lede.article.query.Perspective;
import dev.lede.article.view.Representation;
import dev.lede.article.view.Shape;
import dev.lede.database.Sql;
import dev.lede.http.caching.Dependencies;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** An article's body alone, as HTML or as plain text. */
record BodyMedia(String mediaType, Shape shape, String member) implements Representation {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final BodyMedia HTML = new BodyMedia("text/html;charset=UTF-8", Shape.of(List.of("body.html")), "html");
    static final BodyMedia TEXT = new BodyMedia("text/plain;charset=UTF-8", Shape.of(List.of("body.text")), "text");

    @Override
    public Sql columns(Perspective perspective) {
        return shape.columns(perspective);
    }

    @Override
    public Dependencies others(ResultSet row) throws SQLException {
        return shape.others(row);
    }

    @Override
    public byte[] bytes(ResultSet row) throws SQLException {
        try {
            var article = JSON.readTree(new String(shape.bytes(row), StandardCharsets.UTF_8));
            return article.path("body").path(member).asText().getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A stored article that is no JSON", fault);
        }
    }
}
