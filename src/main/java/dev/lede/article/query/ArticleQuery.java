package dev.lede.article.query;

import dev.lede.database.Sql;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.Cursor;
import dev.lede.http.query.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A checked question for a page of articles, and its one statement.
 *
 * @param text what is searched for, where anything is; see {@link TextSearch}
 * @param counted whether the total is wanted
 * @param cursor where the page begins, unless it is the first or asked for by number
 * @param page from 1; with a cursor it means nothing
 */
public record ArticleQuery(
        ArticleFilter filter,
        Optional<String> text,
        Perspective perspective,
        Sort sort,
        int limit,
        boolean counted,
        Optional<Cursor> cursor,
        int page) {

    /** Past so many rows only cursors lead on: a page by number costs what lies before it. */
    private static final int DEEPEST_ROW = 10_000;

    /** Totals of what a text finds are counted so far. */
    public static final int MOST_COUNTED = 10_000;

    /** The order of what is {@linkplain #found found}, by {@code t}. */
    public static final Sql NEWEST = Sql.of(Sort.NEWEST.orderBy(Sort.SortColumns.OF_ENTRY));

    /**
     * Reads and checks the parameters of a list, newest first if they do not say. Refuses what is wrong with any of them
     * at once.
     *
     * @param filter read from the same parameters
     */
    public static ArticleQuery of(Parameters parameters, ArticleFilter filter, Perspective perspective) {
        return of(parameters, filter, perspective, Sort.NEWEST);
    }

    /** The same, best first if they do not say. */
    public static ArticleQuery bestFirst(Parameters parameters, ArticleFilter filter, Perspective perspective) {
        return of(parameters, filter, perspective, Sort.BEST);
    }

    private static ArticleQuery of(
            Parameters parameters, ArticleFilter filter, Perspective perspective, Sort otherwise) {
        var text = parameters.text("q");
        var sort = Sort.of(parameters.sort("sort", Sortable.parameters(text.isPresent()), List.of()), otherwise);
        var limit = parameters.integer("limit", 1, 100, 20);
        var counted = parameters.oneOf("count", Map.of("exact", true, "none", false), !parameters.has("cursor"));
        var page = page(parameters, limit);
        parameters.refuseIfAny();
        var first = new ArticleQuery(filter, text, perspective, sort, limit, counted, Optional.empty(), page);
        return parameters
                .text("cursor")
                .map(place -> first.at(Cursor.parse(place, first.fingerprint())))
                .orElse(first);
    }

    private ArticleQuery at(Cursor place) {
        return new ArticleQuery(filter, text, perspective, sort, limit, counted, Optional.of(place), page);
    }

    private long fingerprint() {
        return Cursor.fingerprint(filter.canonical() + "\n" + sort.canonical() + "\n" + perspective
                + text.map(searched -> "\n" + searched).orElse(""));
    }

    private static int page(Parameters parameters, int limit) {
        var page = parameters.integer("page", 1, Integer.MAX_VALUE, 1);
        if (parameters.has("page") && parameters.has("cursor")) {
            parameters.refuse(Violation.ofParameter("page", "\"page\" and \"cursor\" cannot stand together."));
        } else if ((long) page * limit > DEEPEST_ROW) {
            parameters.refuse(Violation.ofParameter(
                            "page",
                            "\"page\" leads past row 10,000. Go on with \"cursor\", which is quick at any depth.")
                    .withHint("cursor"));
        }
        return page;
    }

    /** Whether the page is walked towards the beginning, so that its rows come last one first. */
    public boolean isBackward() {
        return cursor.map(Cursor::backward).orElse(false);
    }

    /** Whether it is the first page, before which there is none. */
    public boolean isFirst() {
        return cursor.isEmpty() && page == 1;
    }

    /** The cursor of the page that begins beside a row. */
    public Cursor beside(List<String> place, boolean backward) {
        return new Cursor(fingerprint(), backward, new ArrayList<@Nullable String>(place));
    }

    /** What a cursor carries of a row of {@link #statement}. */
    public List<String> placeOf(ResultSet row) throws SQLException {
        return sort.placeOf(row);
    }

    /**
     * One statement, one snapshot: in every row the revision, the next moment at which the clock changes an article
     * ({@code turn}), the {@code total} when it is wanted, and of each article, up to one more than the limit, the
     * columns asked for and its place. Without articles there is one row, whose {@code id} is null.
     *
     * @param columns of {@code article a}, as a select list
     * @param wanted where the total comes from when it is wanted and no write keeps it
     */
    public Sql statement(Sql columns, Total wanted) {
        var walked = walk();
        return statement(columns, walked, keptTotal().orElseGet(() -> wanted.expression(walked.total())));
    }

    /** The same, of what the text finds. Totals end one above {@link #MOST_COUNTED}. */
    public Sql statement(Sql columns, Matches matches) {
        var walked = TextWalk.of(this, matches);
        return statement(columns, walked, walked.total());
    }

    /** Whether it takes scores to know what comes first. */
    public boolean usesScore() {
        return sort.usesScore();
    }

    /** How many ranked articles there must be for this page to need no others. */
    long lastRanked(Matches matches) {
        if (cursor.isEmpty()) {
            return (long) page * limit + 1;
        }
        if (isBackward()) {
            return 0;
        }
        var place = cursor.get().values();
        var score = place.isEmpty() ? null : place.get(0);
        var behind = score == null || !score.matches("[0-9]{1,9}") ? 0 : matches.below(Integer.parseInt(score));
        return behind > limit ? 0 : Long.MAX_VALUE;
    }

    /**
     * {@code from} and {@code where} of everything that the text finds, as {@code t}, which has {@code article_id},
     * {@code lang} and {@code date}.
     *
     * @param most where texts have to be read, no more of them are than it takes to find so many in them, the newest; and
     *     none where so many are found without
     */
    public Sql found(TextCondition condition, int most) {
        return TextWalk.found(this, condition, most);
    }

    /** {@code from} and {@code where} of what meets this condition, as {@code search_entry t}. */
    public Sql among(Sql match) {
        var walked = TextWalk.entries(this, match);
        return Sql.of("from").then(walked.from()).then("where").then(Sql.and(walked.conditions()));
    }

    private Sql statement(Sql columns, Walk walked, Sql total) {
        var rows = Sql.of("select a.id,")
                .then(columns)
                .then(", " + sort.selected(walked.columns()) + " from")
                .then(walked.from())
                .then("where")
                .then(Sql.and(conditionsWithPlace(walked)))
                .then(direction().orderBy(walked.columns()))
                .then(extent());
        return Sql.of("select " + Snapshot.COLUMNS + ",")
                .then(counted ? total : Sql.of("null::bigint"))
                .then("as total, p.* from revision r left join lateral (")
                .then(rows)
                .then(") p on true");
    }

    /** Whether the total has to be counted, which takes the longer the more articles there are. */
    public boolean isToBeCounted() {
        return counted && keptTotal().isEmpty();
    }

    /** The same text for all pages, in whatever order, that have the same total. */
    public String totalKey() {
        return perspective + "\n" + filter.canonical();
    }

    private Optional<Sql> keptTotal() {
        return perspective.isPublic() ? filter.keptTotal() : Optional.empty();
    }

    // Numbers of the text, not values: the planner, which does not know how little an unknown limit lets pass, would
    // plan the statement anew every time.
    private String extent() {
        var offset = cursor.isPresent() ? 0 : (page - 1) * limit;
        return "limit " + (limit + 1) + (offset == 0 ? "" : " offset " + offset);
    }

    /** The order in which rows are walked. */
    Sort direction() {
        return isBackward() ? sort.reversed() : sort;
    }

    private List<Sql> conditionsWithPlace(Walk walked) {
        var conditions = new ArrayList<>(walked.conditions());
        cursor.ifPresent(place -> {
            try {
                conditions.add(direction().after(present(place.values()), walked.columns()));
            } catch (IllegalArgumentException unreadable) {
                throw new ProblemException(
                        ProblemType.INVALID_CURSOR, "The cursor is not one that this list has given.");
            }
        });
        return conditions;
    }

    private static List<String> present(List<@Nullable String> values) {
        var present = new ArrayList<String>();
        for (var value : values) {
            if (value == null) {
                throw new IllegalArgumentException("A place has no empty values");
            }
            present.add(value);
        }
        return present;
    }

    private Walk walk() {
        if (filter.term().isEmpty() || !perspective.isPublic() || !filter.isOfPages()) {
            var conditions = filter.conditionsWithTerm();
            conditions.add(perspective.condition("a"));
            return Walk.of(Sql.of("article a"), conditions, Sort.SortColumns.OF_ARTICLE);
        }
        var term = filter.term().get();
        var conditions = filter.conditions(Repeating.TERM);
        conditions.add(perspective.condition("a"));
        conditions.add(Sql.of(
                "t.listed and t.term_id = (select id from term where taxonomy = ? and slug = ?)",
                term.taxonomy(),
                term.slug()));
        return Walk.of(
                Sql.of("article_term t join article a on a.id = t.article_id"),
                conditions,
                sort.isBy(Sortable.DATE) ? Sort.SortColumns.OF_TERM : Sort.SortColumns.OF_ARTICLE);
    }
}
