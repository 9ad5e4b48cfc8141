package dev.lede.change.following;

import dev.lede.article.view.Borrowed;
import dev.lede.database.Sql;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the log is walked: the expressions {@code walked}, which is the log behind a place, and {@code told}, which is what
 * a follower is to be told of it: the {@code revision}, {@code batch} and {@code ordinal} of a change, and the {@code
 * article_id} of the article that it changed.
 *
 * <p>Where an article shows something of others, a change of these is one of its own. Which articles that are is found
 * when the log is read, from what is there then: whoever shows it since has changed itself since.
 */
final class WalkSql {

    /** Of the log a page looks at so many changes at the most, whatever its filter lets pass. */
    private static final int MOST_WALKED = 5_000;

    /** The same where each of them may be shown by others. */
    private static final int MOST_WALKED_FOR_OTHERS = 1_000;

    private final ChangeFilter filter;
    private final Set<Borrowed> borrows;

    WalkSql(Followed followed) {
        this.filter = followed.filter();
        this.borrows = followed.shape().borrows();
    }

    /** How far one statement walks. */
    int most() {
        return borrows.isEmpty() ? MOST_WALKED : MOST_WALKED_FOR_OTHERS;
    }

    /** Behind a place so far as one page may walk, which tells so many at the most. */
    Sql page(Place place, int most) {
        var limit = "limit " + most();
        return Sql.of("walked as materialized (")
                .then(walked(place, limit))
                .then("order by revision, ordinal " + limit + "),")
                .then(told(place, "limit " + most));
    }

    /** Behind a place to the end. */
    Sql whole(Place place) {
        return Sql.of("walked as materialized (")
                .then(walked(place, ""))
                .then("),")
                .then(told(place, ""));
    }

    // A transaction may have changed a hundred thousand articles: the rest of the one in which the place lies is walked
    // by its ordinals, and those behind it by revision.
    private Sql walked(Place place, String limit) {
        var some = borrows.isEmpty()
                ? "(select b.revision, n.batch, n.ordinal, n.article_id from revision_batch b"
                        + " join latest_change n on n.batch = b.batch where "
                : "(select b.revision, n.batch, n.ordinal, n.article_id, n.path, n.touched, n.shown_otherwise,"
                        + " n.date_before, n.date_after from revision_batch b join change n on n.batch = b.batch where ";
        return Sql.of(
                        some + "b.revision = ? and n.ordinal >= ? order by n.ordinal " + limit + ")",
                        place.revision(),
                        place.nextOrdinal())
                .then(
                        "union all " + some + "b.revision > ? order by b.revision, n.ordinal " + limit + ")",
                        place.revision());
    }

    // Of each article the first change counts: whatever a page leaves out stands behind all that it tells.
    private Sql told(Place place, String limit) {
        if (borrows.isEmpty()) {
            return Sql.of("told as not materialized (select * from walked)");
        }
        return Sql.of("told as (select distinct on (m.article_id) m.revision, m.batch, m.ordinal, m.article_id from ("
                        + "select w.revision, w.batch, w.ordinal, w.article_id from walked w join latest_change n"
                        + " on n.article_id = w.article_id and n.batch = w.batch and n.ordinal = w.ordinal where")
                .then(ahead(place, "w.article_id"))
                .then("union all select w.revision, w.batch, w.ordinal, o.id from walked w cross join lateral (")
                .then(others(place))
                .then("order by s.id " + limit + ") o where w.shown_otherwise) m"
                        + " order by m.article_id, m.revision, m.ordinal)");
    }

    private static Sql ahead(Place place, String article) {
        var reached = place.article();
        return reached == null
                ? Sql.of("true")
                : Sql.of(
                        "(w.revision, w.ordinal, " + article + ") > (?, ?, ?)",
                        place.revision(),
                        place.ordinal(),
                        reached);
    }

    // Of those that changed themselves later it is told there. Each "offset 0" keeps the planner, who cannot know how
    // much is new, from reading all articles to find a few.
    private Sql others(Place place) {
        return Sql.of("select s.id from (select distinct b.id from ("
                        + borrows.stream()
                                .map(borrowed -> "(" + borrowed.borrowers() + " offset 0)")
                                .collect(Collectors.joining(" union all "))
                        + ") b (id) where")
                .then(ahead(place, "b.id"))
                .then("order by b.id offset 0) s where exists (select from article a where a.id = s.id and")
                .then(filter.present())
                .then("offset 0) and not exists (select from latest_change n join revision_batch b on b.batch = n.batch"
                        + " where n.article_id = s.id and (b.revision, n.ordinal) > (w.revision, w.ordinal) offset 0)");
    }
}
