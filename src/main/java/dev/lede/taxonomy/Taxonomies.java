package dev.lede.taxonomy;

import dev.lede.database.Database;
import dev.lede.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The terms of visible articles, with their counts. Each read is one statement on one snapshot. Thread-safe. */
@ApplicationScoped
class Taxonomies {

    private static final int RELATED = 20;

    // When the clock next changes what is counted.
    private static final String TURN = "(select min(turns_at) from article where turns_at < 'infinity') as turn";

    // A term is spelt as the visible article with the smallest id spells it.
    private static final String SPELLING = "(select s.name from article_term s where s.term_id = n.id and s.listed"
            + " order by s.article_id limit 1) as name";

    private final Database database;

    Taxonomies(Database database) {
        this.database = database;
    }

    /** What a read saw. */
    record Snapshot(long revision, @Nullable OffsetDateTime turn) {

        private static Snapshot of(ResultSet row) throws SQLException {
            return new Snapshot(row.getLong("revision"), row.getObject("turn", OffsetDateTime.class));
        }
    }

    /** A page of terms. */
    record Page(Snapshot snapshot, long total, List<CountedTermView> terms) {}

    /** One term with those it shares articles with, or nothing when no visible article bears it. */
    record Single(Snapshot snapshot, Optional<TermWithRelatedView> term) {}

    /** How many terms of each taxonomy are borne by visible articles. */
    record Sizes(Snapshot snapshot, List<TaxonomyView> taxonomies) {}

    Page page(TermQuery query) {
        var counted = Sql.of(
                        "select t.id, t.slug, sum(c.count) as count from term t join term_count c"
                                + " on c.term_id = t.id where t.taxonomy = ? and c.count > 0",
                        query.taxonomy())
                .then(query.ofLanguages("c.lang"))
                .then("group by t.id having sum(c.count) >= ?", query.minCount());
        var latest = Sql.of(
                        "(select nullif(l.date, '-infinity') from article_term l where l.term_id = n.id and l.listed")
                .then(query.ofLanguages("l.lang"))
                .then("order by l.date desc limit 1) as latest");
        // What orders and narrows is looked up for every term, and the rest for those that are shown.
        var before = query.needsNames() ? Sql.of("n.*, " + SPELLING + ",").then(latest) : Sql.of("n.*");
        var after = query.needsNames()
                ? Sql.of("n.*")
                : Sql.of("n.*, " + SPELLING + ",").then(latest);
        var statement = Sql.of("with counted as materialized (")
                .then(counted)
                .then("), matching as materialized (select * from (select")
                .then(before)
                .then("from counted n) n where true")
                .then(query.beginning())
                .then("), shown as (select * from matching n order by " + query.order() + " " + query.extent() + ")")
                .then("select r.number as revision, " + TURN + ", (select count(*) from matching) as total, n.*"
                        + " from revision r left join (select")
                .then(after)
                .then("from shown n) n on true order by " + query.order());
        var rows = database.read(session -> session.list(statement, Taxonomies::page));
        var terms = rows.stream().flatMap(row -> row.terms().stream()).toList();
        return new Page(rows.get(0).snapshot(), rows.get(0).total(), terms);
    }

    private static Page page(ResultSet row) throws SQLException {
        var terms = row.getString("slug") == null ? List.<CountedTermView>of() : List.of(CountedTermView.of(row));
        return new Page(Snapshot.of(row), row.getLong("total"), terms);
    }

    Single single(TermKey key) {
        var counted = Sql.of(
                "with found as (select t.id, t.slug, (select sum(c.count) from term_count c where c.term_id = t.id)"
                        + " as count from term t where t.taxonomy = ? and t.slug = ?), related as ("
                        + "select o.term_id as id, count(*) as shared from article_term m"
                        + " join article_term o on o.article_id = m.article_id and o.term_id <> m.term_id"
                        + " join term t on t.id = o.term_id and t.taxonomy = ?"
                        + " where m.term_id = (select id from found) and m.listed"
                        + " group by o.term_id order by shared desc, o.term_id limit " + RELATED + "),"
                        + " named as (select n.id, n.slug, n.count, 0 as ordinal, " + SPELLING
                        + ", (select nullif(l.date, '-infinity') from article_term l where l.term_id = n.id"
                        + " and l.listed order by l.date desc limit 1) as latest from found n where n.count > 0"
                        + " union all select n.id, t.slug, n.shared, 1, " + SPELLING + ", null from related n"
                        + " join term t on t.id = n.id)"
                        + " select r.number as revision, " + TURN + ", n.* from revision r left join named n on true"
                        + " order by n.ordinal, n.count desc, n.slug",
                key.taxonomy(),
                key.slug(),
                key.taxonomy());
        var rows = database.read(session -> session.list(counted, Taxonomies::termRow));
        var terms = new ArrayList<CountedTermView>();
        rows.forEach(row -> terms.addAll(row.terms()));
        return new Single(
                rows.get(0).snapshot(),
                terms.isEmpty() ? Optional.empty() : Optional.of(TermWithRelatedView.of(terms)));
    }

    private static Page termRow(ResultSet row) throws SQLException {
        var terms = row.getString("slug") == null ? List.<CountedTermView>of() : List.of(CountedTermView.of(row));
        return new Page(Snapshot.of(row), terms.size(), terms);
    }

    Sizes sizes(List<String> names) {
        var statement = Sql.of(
                "select r.number as revision, " + TURN
                        + ", x.name, (select count(*) from term t where t.taxonomy = x.name"
                        + " and exists (select from term_count c where c.term_id = t.id and c.count > 0)) as terms"
                        + " from revision r cross join unnest(?::text[]) with ordinality x (name, ordinal)"
                        + " order by x.ordinal",
                names);
        var rows = database.read(session -> session.list(
                statement,
                row -> new Sizes(
                        Snapshot.of(row), List.of(new TaxonomyView(row.getString("name"), row.getLong("terms"))))));
        return new Sizes(
                rows.get(0).snapshot(),
                rows.stream().flatMap(row -> row.taxonomies().stream()).toList());
    }
}
