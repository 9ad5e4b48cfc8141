package dev.lede.article.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lede.article.query.Perspective;
import dev.lede.database.Sql;
import dev.lede.http.caching.Dependencies;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Summaries of a length that the client chooses: cut from the summary where its author wrote one, else from the
 * article's text, which may give more than the stored one.
 *
 * @param whole what is answered without a length
 * @param length in grapheme clusters, 20 to 1,000
 */
public record CutSummary(Shape whole, int length, TextCutter cutter) implements Representation {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Cuts plain text; the article package leaves it to others to know how languages are read. */
    @FunctionalInterface
    public interface TextCutter {

        /** The beginning of a text in a language, in at most so many grapheme clusters. */
        Beginning cut(String text, int graphemes, String language);
    }

    /** @param truncated whether anything but white space was left out */
    public record Beginning(String text, boolean truncated) {}

    @Override
    public String mediaType() {
        return whole.mediaType();
    }

    @Override
    public Sql columns(Perspective perspective) {
        return whole.columns(perspective).then(",").then(Piece.PROSE.column(perspective));
    }

    @Override
    public Dependencies others(ResultSet row) throws SQLException {
        return whole.others(row);
    }

    @Override
    public byte[] bytes(ResultSet row) throws SQLException {
        try {
            var article = (ObjectNode) JSON.readTree(new String(whole.bytes(row), StandardCharsets.UTF_8));
            var isWritten = !article.path("summarySource").asText().equals("auto");
            var text = isWritten ? article.path("summary").asText() : row.getString(Piece.PROSE.label());
            var cut = cutter.cut(text, length, article.path("lang").asText());
            article.put("summary", cut.text());
            // The divider leaves the rest of the article out, whether or not its summary is cut.
            article.put(
                    "summaryTruncated",
                    cut.truncated()
                            || (isWritten && article.path("summaryTruncated").asBoolean()));
            return JSON.writeValueAsBytes(article);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A stored article that is no JSON", fault);
        }
    }
}
