package dev.lede.search.facet;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lede.article.query.ArticleQuery;
import dev.lede.article.query.LanguageConfig;
import dev.lede.article.query.TextCondition;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.http.query.Parameters;
import dev.lede.taxonomy.TaxonomyConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Counts what was found by terms, languages and years. Thread-safe. */
@ApplicationScoped
public class Facets {

    /** Of each facet the commonest values are told. */
    private static final int MOST_VALUES = 50;

    private static final String LANG = "lang";
    private static final String YEAR = "year";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> taxonomies;
    private final String zone;

    Facets(TaxonomyConfig taxonomy, LanguageConfig language) {
        this.taxonomies = taxonomy.taxonomies();
        this.zone = language.timeZone().getId();
    }

    /** Which facets are asked for: taxonomies, {@code lang} and {@code year}. */
    public List<String> asked(Parameters parameters) {
        var known = new ArrayList<>(taxonomies);
        known.addAll(List.of(LANG, YEAR));
        return parameters.names("facets", known);
    }

    /**
     * The counts as JSON, over everything that was found, but for what lies past the newest
     * {@value ArticleQuery#MOST_COUNTED}.
     *
     */
    public ObjectNode of(Session session, ArticleQuery query, TextCondition found, List<String> facets) {
        var counted = JSON.createObjectNode();
        facets.forEach(counted::putArray);
        session.list(statement(query, found, facets), row -> {
            var value = counted.withArray(row.getString("facet")).addObject().put("value", row.getString("value"));
            var name = row.getString("name");
            if (name != null) {
                value.put("name", name);
            }
            return value.put("count", row.getLong("count"));
        });
        return counted;
    }

    /** What was found is found once, however many facets count it. */
    private Sql statement(ArticleQuery query, TextCondition found, List<String> facets) {
        return Sql.of("with m as materialized (select t.article_id, t.lang, t.date")
                .then(query.found(found, ArticleQuery.MOST_COUNTED))
                .then(ArticleQuery.NEWEST)
                .then("limit " + ArticleQuery.MOST_COUNTED + ")")
                .then(Sql.join(" union all ", facets.stream().map(this::counts).toList()))
                .then("order by facet, place");
    }

    private Sql counts(String facet) {
        return Sql.of("(select ? as facet, v.* from (select row_number() over (order by", facet)
                .then(facet.equals(YEAR) ? "v.value desc" : "v.count desc, v.value")
                .then(") as place, v.* from (")
                .then(values(facet))
                .then(") v) v where v.place <= " + MOST_VALUES + ")");
    }

    private Sql values(String facet) {
        return switch (facet) {
            case LANG ->
                Sql.of("select m.lang collate \"C\" as value, null as name, count(*) as count from m group by m.lang");
            case YEAR ->
                Sql.of(
                        "select extract(year from m.date at time zone ?)::text collate \"C\" as value, null as name,"
                                + " count(*) as count from m where m.date > '-infinity' group by 1",
                        zone);
            default ->
                Sql.of(
                        // Of what is found alone only where nothing that bears the term is listed: there is no index.
                        "select n.slug as value, coalesce((select b.name from article_term b where b.term_id = n.id"
                                + " and b.listed order by b.article_id limit 1), (select b.name from m join article_term b"
                                + " on b.article_id = m.article_id where b.term_id = n.id order by b.article_id limit 1))"
                                + " as name, c.count from (select b.term_id,"
                                + " count(*) as count from m join article_term b on b.article_id = m.article_id"
                                + " group by b.term_id) c join term n on n.id = c.term_id where n.taxonomy = ?",
                        facet);
        };
    }
}
