package dev.lede.search.spelling;

import dev.lede.article.query.ArticleQuery;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.search.query.TextQuery;
import dev.lede.search.token.Needs;
import dev.lede.search.token.Needs.Group;
import java.util.List;

/** Flat texts of articles that a list may show, as samples of the corpus. */
record Texts(Session session, ArticleQuery query) {

    /** So many articles, the newest, are looked into. */
    private static final int MOST = 100;

    /** Of their texts so many characters. */
    private static final int LONGEST = 4_000;

    List<String> with(List<Group> needs) {
        return session.list(
                Sql.of("select (select left(s.flat, " + LONGEST
                                + ") from search_text s where s.article_id = t.article_id) as text")
                        .then(query.among(TextQuery.condition(Needs.of(needs))))
                        .then("order by t.date desc, t.article_id desc limit " + MOST),
                row -> row.getString("text"));
    }
}
