package dev.lede.article.query;

import dev.lede.article.query.Matches.Ranked;
import dev.lede.article.query.TextCondition.Proof;
import dev.lede.database.Sql;
import dev.lede.taxonomy.TermKey;
import java.util.ArrayList;
import java.util.List;

/** How what a text finds is walked. */
final class TextWalk {

    private static final String RANKED = "unnest(?::uuid[], ?::integer[]) m (article_id, score)";

    /** What is known of what is found. */
    private static final String COLUMNS = "select t.article_id, t.lang, t.date, t.size";

    private TextWalk() {}

    static Walk of(ArticleQuery query, Matches matches) {
        var condition = matches.condition();
        var entries = entries(query, condition.whole());
        var total = matches.total() == null ? total(query, condition) : Sql.of(matches.total() + "::bigint");
        if (query.usesScore() && isWithinRanked(query, matches)) {
            return new Walk(
                    ranked(matches).then("join article a on a.id = m.article_id"),
                    List.of(),
                    Sort.SortColumns.OF_RANKED,
                    total);
        }
        if (!condition.isSure() && query.sort().isBy(Sortable.DATE)) {
            var inOrder = inOrder(query, condition.candidates(), query.direction());
            return new Walk(
                    joined(inOrder, matches),
                    condition.proof().stream().map(Proof::whole).toList(),
                    Sort.SortColumns.OF_ENTRY,
                    total);
        }
        return new Walk(
                joined(Sql.of("search_entry t"), matches), entries.conditions(), Sort.SortColumns.OF_ENTRY, total);
    }

    private static Sql joined(Sql entries, Matches matches) {
        return entries.then("join article a on a.id = t.article_id left join")
                .then(ranked(matches))
                .then("on m.article_id = t.article_id");
    }

    static Sql found(ArticleQuery query, TextCondition condition, int most) {
        if (condition.proof().isEmpty()) {
            return query.among(condition.candidates());
        }
        var proof = condition.proof().get();
        if (proof.sure().isEmpty()) {
            return Sql.of("from (select t.* from")
                    .then(inOrder(query, condition.candidates(), Sort.NEWEST))
                    .then("where")
                    .then(proof.told())
                    .then("limit " + most + ") t");
        }
        // No text is read where enough is sure. Without a number as its limit the planner would expect few to be
        // enough, and
        // look into the tokens of one article after the other.
        var others = condition.candidates().then("and t.article_id not in (select w.article_id from w)");
        return Sql.of("from (with w as materialized (" + COLUMNS)
                .then(query.among(proof.sure().get()))
                .then(") select w.* from w union all (select t.* from")
                .then(inOrder(query, others, Sort.NEWEST))
                .then("where (select count(*) from w) < " + most + " and")
                .then(proof.told())
                .then("limit " + most + ")) t");
    }

    // Nothing is moved into it from outside of a query with an offset: what costs most is asked last, in this order.
    private static Sql inOrder(ArticleQuery query, Sql candidates, Sort sort) {
        return Sql.of("(" + COLUMNS)
                .then(query.among(candidates))
                .then(sort.orderBy(Sort.SortColumns.OF_ENTRY))
                .then("offset 0) t");
    }

    private static Sql ranked(Matches matches) {
        return Sql.of(
                RANKED,
                matches.ranked().stream().map(Ranked::id).toList(),
                matches.ranked().stream().map(Ranked::score).toList());
    }

    /** Everything that is found. What everybody may see is found without a look at the articles. */
    static Walk entries(ArticleQuery query, Sql match) {
        var filter = query.filter();
        var isListed = query.perspective().isPublic() && filter.isOfPages();
        var conditions = new ArrayList<Sql>();
        conditions.add(match);
        if (isListed) {
            conditions.add(Sql.of("t.listed"));
        }
        // The one condition of every list of pages is what listed says.
        if (isListed && filter.others().isEmpty()) {
            conditions.addAll(filter.repeated(Repeating.ENTRY));
            filter.term().ifPresent(term -> conditions.add(bears(term)));
            return Walk.of(Sql.of("search_entry t"), conditions, Sort.SortColumns.OF_ENTRY);
        }
        conditions.addAll(filter.conditionsWithTerm(Repeating.ENTRY));
        conditions.add(query.perspective().condition("a"));
        return Walk.of(
                Sql.of("search_entry t join article a on a.id = t.article_id"), conditions, Sort.SortColumns.OF_ENTRY);
    }

    // Said to be true, it is no join: one would begin with the term, and look into the tokens of each of its articles.
    private static Sql bears(TermKey term) {
        return Sql.of(
                "(t.article_id in (select b.article_id from article_term b where b.listed"
                        + " and b.term_id = (select id from term where taxonomy = ? and slug = ?))) is true",
                term.taxonomy(),
                term.slug());
    }

    private static Sql total(ArticleQuery query, TextCondition condition) {
        int most = ArticleQuery.MOST_COUNTED + 1;
        return Sql.of("(select count(*) from (select")
                .then(found(query, condition, most))
                .then("limit " + most + ") c)");
    }

    /** Whether the page, and the row behind it, has ranked articles alone. */
    private static boolean isWithinRanked(ArticleQuery query, Matches matches) {
        return matches.complete()
                || (query.sort().isRanked()
                        && query.lastRanked(matches) <= matches.ranked().size());
    }
}
