package dev.lede.search.suggest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.search.query.TextQuery;
import dev.lede.search.token.Field;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * Titles that have all that was typed, the newest first. What many titles have is found among the newest articles; what is
 * not found often enough there is rare, and the index finds it. Thread-safe.
 */
@ApplicationScoped
class Titles {

    private static final int NEWEST = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Titles() {}

    List<SuggestionView> with(Session session, TextQuery query, int limit) {
        var inTitle = query.conditionOnTitle();
        var ids = new LinkedHashSet<>(ids(
                session,
                Sql.of("select t.article_id from (select n.article_id, n.title from search_entry n where n.listed"
                                + " order by n.date desc, n.article_id desc limit " + NEWEST + ") t where")
                        .then(inTitle)
                        .then("limit " + limit)));
        if (ids.size() < limit) {
            ids.addAll(ids(
                    session,
                    // By the index first: the newest would be looked into one after the other.
                    Sql.of(
                                    "with c as materialized (select t.article_id, t.date, t.title from search_entry t where t.listed and")
                            .then(query.tokensIn(Field.TITLE))
                            .then(") select t.article_id from c t where")
                            .then(inTitle)
                            .then("order by t.date desc, t.article_id desc limit " + limit)));
        }
        return shown(session, ids.stream().limit(limit).toList());
    }

    private static List<UUID> ids(Session session, Sql statement) {
        return session.list(statement, row -> row.getObject(1, UUID.class));
    }

    private static List<SuggestionView> shown(Session session, List<UUID> ids) {
        var references = session.list(
                Sql.of(
                        "select a.id, a.reference from unnest(?::uuid[]) with ordinality w (id, place)"
                                + " join article a on a.id = w.id order by w.place",
                        ids),
                row -> row.getString("reference"));
        var shown = new ArrayList<SuggestionView>();
        try {
            for (var reference : references) {
                var article = JSON.readTree(reference);
                shown.add(SuggestionView.article(
                        UUID.fromString(article.path("id").asText()),
                        article.path("title").asText(),
                        article.path("url").asText()));
            }
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A stored reference that is no JSON", fault);
        }
        return shown;
    }
}
