package dev.lede.search.spelling;

import dev.lede.article.query.ArticleQuery;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.search.query.TextQuery;
import dev.lede.search.token.Field;
import dev.lede.search.token.Needs;
import dev.lede.search.token.Needs.Group;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Which of some words the articles have that a list may show: the index knows, so that no words are kept beside it. */
record Vocabulary(Session session, ArticleQuery query) {

    private static final int MOST_BEGINNINGS = 24;

    /** Those that are there, in their order, with how many articles have them. */
    Map<String, Integer> words(Collection<String> words) {
        return known(words, word -> new Group().word(word));
    }

    /** Beginnings of words that are there: the first so many of them by the alphabet. */
    Set<String> beginnings(Collection<String> beginnings) {
        var known = known(beginnings, beginning -> new Group().prefix(beginning));
        return Set.copyOf(known.keySet().stream().limit(MOST_BEGINNINGS).toList());
    }

    // Counted whole: for a few the planner would look into one article after the other.
    private Map<String, Integer> known(Collection<String> words, Function<String, Group> group) {
        var ordered = List.copyOf(words);
        var tokens = ordered.stream()
                .map(word -> Needs.of(List.of(group.apply(word)))
                        .all(Field.ANY)
                        .iterator()
                        .next())
                .map(String::valueOf)
                .toList();
        var known = new TreeMap<String, Integer>();
        session.list(
                Sql.of(
                                "select w.word, c.count from unnest(?::text[], ?::integer[]) w (word, token)"
                                        + " cross join lateral (select count(*) as count",
                                ordered,
                                tokens)
                        .then(query.among(TextQuery.having("w.token")))
                        .then(") c where c.count > 0"),
                row -> known.put(row.getString("word"), row.getInt("count")));
        return known;
    }
}
