package dev.lede.search.rank;

import dev.lede.article.query.ArticleQuery;
import dev.lede.article.query.Matches;
import dev.lede.article.query.Matches.Ranked;
import dev.lede.article.query.TextCondition;
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

    private static final int COUNTED = ArticleQuery.MOST_COUNTED + 1;

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
        var text = read(session, query, languages);
        var condition = text.condition();
        if (text.isEmpty()) {
            return new Result(text, languages, new Matches(condition, List.of(), true, 0L));
        }
        if (!query.usesScore()) {
            return new Result(text, languages, new Matches(condition, List.of(), false, null));
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
        return new Result(
                text,
                languages,
                new Matches(condition, ranked, candidates.total() <= config.scored(), candidates.total()));
    }

    private static TextQuery read(Session session, ArticleQuery query, Set<Language> languages) {
        var typed = query.text().orElse("");
        var text = TextQuery.parse(typed, languages);
        if (!TextQuery.isMixed(typed)) {
            return text;
        }
        var cutOut = TextQuery.cutOut(typed);
        return !isAny(session, query, text) && isAny(session, query, cutOut) ? cutOut : text;
    }

    /** Whether anything is found at all. */
    public static boolean isAny(Session session, ArticleQuery query, TextQuery text) {
        var condition = text.condition();
        // Planned as if all were wanted: for any one the planner would look into one article after the other.
        var found = Sql.of("with m as materialized (select t.article_id")
                .then(query.found(condition, COUNTED))
                .then(") select 1 from m limit 1");
        return session.first(found, row -> true).isPresent();
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

    /** @param total as in {@link Matches} */
    private record Candidates(Set<UUID> ids, long total) {}

    private record Counted(UUID id, long total) {}

    private Candidates candidates(Session session, ArticleQuery query, TextQuery text) {
        var newest = newest(session, query, text.condition(), COUNTED);
        long total = newest.isEmpty() ? 0 : newest.get(0).total();
        var best = new LinkedHashSet<UUID>();
        if (total > config.scored()) {
            best.addAll(newestIn(Field.TITLE, session, query, text));
            if (best.size() < config.scored()) {
                best.addAll(newestIn(Field.TAGS, session, query, text));
            }
        }
        newest.forEach(counted -> best.add(counted.id()));
        return new Candidates(
                best.stream().limit(config.scored()).collect(LinkedHashSet::new, Set::add, Set::addAll), total);
    }

    private List<UUID> newestIn(Field field, Session session, ArticleQuery query, TextQuery text) {
        return newest(session, query, text.conditionIn(field), config.scored()).stream()
                .map(Counted::id)
                .toList();
    }

    /**
     * As many of what is found as are scored, newest first, each with how many there are.
     *
     * @param counted more need not be
     */
    private List<Counted> newest(Session session, ArticleQuery query, TextCondition condition, int counted) {
        return session.list(
                Sql.of("with m as materialized (select t.article_id, t.date")
                        .then(query.found(condition, counted))
                        .then(") select m.article_id, least((select count(*) from m), " + counted + ") as total from m"
                                + " order by m.date desc, m.article_id desc limit " + config.scored()),
                row -> new Counted(row.getObject("article_id", UUID.class), row.getLong("total")));
    }
}
