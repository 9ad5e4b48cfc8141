package dev.lede.taxonomy;

import dev.lede.database.Sql;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.LanguageTags;
import dev.lede.http.query.Parameters;
import java.util.List;
import java.util.Map;

/**
 * A checked question for a page of terms.
 *
 * @param prefix of the name or the slug, in any case; empty for every term
 * @param order as SQL on {@code n}
 * @param page from 1
 */
record TermQuery(
        String taxonomy, List<String> languages, String prefix, String order, int minCount, int limit, int page) {

    private static final int DEEPEST_ROW = 10_000;

    private static final String MOST_FIRST = "n.count desc, n.slug";

    // The root collation, so that names stand in the order that readers of any language expect.
    private static final Map<String, String> ORDERS = Map.of(
            "-count", MOST_FIRST,
            "count", "n.count, n.slug",
            "name", "n.name collate \"und-x-icu\", n.slug",
            "-name", "n.name collate \"und-x-icu\" desc, n.slug desc",
            "-latest", "n.latest desc nulls last, n.slug",
            "latest", "n.latest nulls first, n.slug");

    /** Reads and checks the parameters of a list of terms. */
    static TermQuery of(String taxonomy, Parameters parameters) {
        var languages = LanguageTags.of(parameters, "lang");
        var limit = parameters.integer("limit", 1, 100, 20);
        var page = parameters.integer("page", 1, Integer.MAX_VALUE, 1);
        if ((long) page * limit > DEEPEST_ROW) {
            parameters.refuse(Violation.ofParameter("page", "\"page\" leads past row 10,000. Narrow down with \"q\"."));
        }
        var query = new TermQuery(
                taxonomy,
                languages,
                parameters.text("q").orElse("").replace("\0", "").strip(),
                parameters.oneOf("sort", ORDERS, MOST_FIRST),
                parameters.integer("minCount", 1, Integer.MAX_VALUE, 1),
                limit,
                page);
        parameters.refuseIfAny();
        return query;
    }

    /** Whether the names of all terms have to be known, or their newest articles, to tell which are shown. */
    boolean needsNames() {
        return !prefix.isEmpty() || !order.startsWith("n.count");
    }

    /** Which of the terms in order are shown; numbers of the text, so that the statement is planned once. */
    String extent() {
        return "limit " + limit + " offset " + (page - 1) * limit;
    }

    Sql ofLanguages(String column) {
        return languages.isEmpty() ? Sql.EMPTY : Sql.of("and " + column + " = any(?)", languages);
    }

    Sql beginning() {
        return prefix.isEmpty()
                ? Sql.EMPTY
                : Sql.of("and (starts_with(lower(n.name), lower(?)) or starts_with(n.slug, lower(?)))", prefix, prefix);
    }
}
