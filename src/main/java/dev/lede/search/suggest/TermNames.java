package dev.lede.search.suggest;

import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.search.text.FlatText;
import dev.lede.taxonomy.TaxonomyConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Terms that have what was typed in them: those that begin so first, then the most frequent. Thread-safe. */
@ApplicationScoped
class TermNames {

    private final List<String> taxonomies;

    TermNames(TaxonomyConfig taxonomy) {
        this.taxonomies = taxonomy.taxonomies();
    }

    List<SuggestionView> like(Session session, String typed, int limit) {
        var asTyped =
                hyphenated(Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
        var flat = hyphenated(FlatText.of(typed));
        // Among the listed articles that bear a term, one spells it for all: as lists of terms do.
        return session.list(
                Sql.of(
                        "select n.taxonomy, n.slug, (select b.name from article_term b where b.term_id = n.id and b.listed"
                                + " order by b.article_id limit 1) as name from term n cross join lateral"
                                + " (select sum(c.count) as count from term_count c where c.term_id = n.id) c"
                                + " where n.taxonomy = any(?) and (strpos(n.slug, ?) > 0 or strpos(n.slug, ?) > 0)"
                                + " and c.count > 0 order by (starts_with(n.slug, ?) or starts_with(n.slug, ?)) desc,"
                                + " c.count desc, n.slug limit " + limit,
                        taxonomies,
                        asTyped,
                        flat,
                        asTyped,
                        flat),
                row -> SuggestionView.term(row.getString("taxonomy"), row.getString("slug"), row.getString("name")));
    }

    private static String hyphenated(String text) {
        return text.strip().replaceAll("\\s+", "-");
    }
}
