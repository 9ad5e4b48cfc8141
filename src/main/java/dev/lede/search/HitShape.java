package dev.lede.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lede.article.query.Matches.Ranked;
import dev.lede.article.query.Perspective;
import dev.lede.article.view.Representation;
import dev.lede.article.view.Shape;
import dev.lede.database.Sql;
import dev.lede.search.highlight.Highlighter;
import dev.lede.search.rank.RankedSearch.Result;
import dev.lede.search.rank.Scored;
import dev.lede.search.rank.Scorer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A card with how well it fits, and what of it. For one search; not thread-safe. */
final class HitShape implements Representation {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<UUID, Integer> scores = new HashMap<>();
    private final Highlighter highlighter;
    private final Scorer scorer;
    private final boolean scored;

    /** @param scored whether the search has scored what it found */
    HitShape(Result result, boolean scored) {
        this.highlighter = new Highlighter(result.query());
        this.scorer = new Scorer(result.query(), result.languages());
        this.scored = scored;
        for (Ranked ranked : result.matches().ranked()) {
            scores.put(ranked.id(), ranked.score());
        }
    }

    @Override
    public String mediaType() {
        return Shape.CARD.mediaType();
    }

    @Override
    public Sql columns(Perspective perspective) {
        var columns = Shape.CARD.columns(perspective).then(", a.plain, a.lang");
        return scored ? columns : columns.then(",").then(Scored.columns("scored_"));
    }

    @Override
    public byte[] bytes(ResultSet row) throws SQLException {
        try {
            var card = new String(Shape.CARD.bytes(row), StandardCharsets.UTF_8);
            var more = JSON.createObjectNode();
            more.put("score", score(row) / 1_000.0);
            more.set("highlights", highlights(JSON.readTree(card).path("title").asText(), row));
            var json = card.substring(0, card.length() - 1) + ","
                    + JSON.writeValueAsString(more).substring(1);
            return json.getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A stored card that is no JSON", fault);
        }
    }

    private int score(ResultSet row) throws SQLException {
        return scored
                ? scores.getOrDefault(row.getObject("id", UUID.class), 0)
                : scorer.score(Scored.of(row, "scored_"));
    }

    private ObjectNode highlights(String title, ResultSet row) throws SQLException {
        var lang = row.getString("lang");
        var highlights = JSON.createObjectNode();
        highlighter.title(title, lang).ifPresent(html -> highlights.put("title", html));
        var fragments = highlights.putArray("body");
        highlighter.body(row.getString("plain"), lang).forEach(fragments::add);
        return highlights;
    }
}
