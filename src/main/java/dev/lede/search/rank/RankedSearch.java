package dev.lede.search.rank;

import dev.lede.article.query.ArticleQuery;
import dev.lede.article.query.Matches;
import dev.lede.article.query.Matches.Ranked;
import dev.lede.article.query.TextSearch;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.search.query.CorpusLanguages;
import dev.lede.search.query.TextQuery;
import dev.lede.search.token.Field;
import dev.lede.search.token.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Finds articles by their text, the best first. Where more match than are scored, these are: those with all of it in the
 * title, then among their terms, then the others, newest first each. Thread-safe.
 */
@ApplicationScoped
public class RankedSearch implements TextSearch {

    private final SearchConfig config;

    RankedSearch(SearchConfig config) {
        this.config = config;
    }

    /** A query as it was read, and what it found. */
    public record Result(TextQuery query, Set<Language> languages, Matches matches) {}

    @Override
    public Matches find(Session session, ArticleQuery query) {
        return search(session, query).matches();
    }

    /** The same, with the query as it was read. */
    public Result search(Session session, ArticleQuery query) {
        prepare(session);
        var languages = CorpusLanguages.in(session);
        var text = TextQuery.parse(query.text().orElse(""), languages);
        var condition = text.condition();
        if (text.isEmpty()) {
            return new Result(text, languages, new Matches(condition, List.of(), true));
        }
        if (!query.usesScore()) {
            return new Result(text, languages, new Matches(condition, List.of(), false));
        }
        var candidates = candidates(session, query, text);
        var scorer = new Scorer(text, languages);
        var ranked = session
                .list(
                        Sql.of("select")
                                .then(Scored.columns(""))
                                .then("from search_entry t where t.article_id = any(?::uuid[])", candidates.ids()),
                        row -> Scored.of(row, ""))
                .stream()
                .map(article -> new Ranked(article.id(), scorer.score(article)))
                .sorted(Comparator.comparing(Ranked::score).reversed())
                .toList();
        return new Result(text, languages, new Matches(condition, ranked, candidates.complete()));
    }

    /** For the rest of the transaction: the plan that fits these very tokens, by their index, and no longer than allowed. */
    public void prepare(Session session) {
        session.list(
                Sql.of(
                        "select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan',"
                                + " 'off', true), set_config('jit', 'off', true), set_config('statement_timeout', ?, true)",
                        Long.toString(config.timeout().toMillis())),
                row -> true);
    }

    private record Candidates(Set<UUID> ids, boolean complete) {}

    private Candidates candidates(Session session, ArticleQuery query, TextQuery text) {
        var all = ids(
                session,
                Sql.of("select t.article_id")
                        .then(query.among(text.condition()))
                        .then("limit " + (config.scored() + 1)));
        if (all.size() <= config.scored()) {
            return new Candidates(all, true);
        }
        var best = new LinkedHashSet<UUID>();
        for (var field : List.of(Field.TITLE, Field.TAGS, Field.ANY)) {
            if (best.size() < config.scored()) {
                // What is in a field is also anywhere: the condition holds for all of it.
                var condition = field == Field.ANY
                        ? text.condition()
                        : text.conditionIn(field).then("and").then(text.condition());
                best.addAll(ids(session, newest(query.among(condition), config.scored())));
            }
        }
        return new Candidates(first(best), false);
    }

    private Set<UUID> first(Set<UUID> best) {
        return best.stream().limit(config.scored()).collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    private static Sql newest(Sql among, int most) {
        return Sql.of("select t.article_id").then(among).then("order by t.date desc, t.article_id desc limit " + most);
    }

    private static Set<UUID> ids(Session session, Sql statement) {
        return new LinkedHashSet<>(session.list(statement, row -> row.getObject(1, UUID.class)));
    }
}
