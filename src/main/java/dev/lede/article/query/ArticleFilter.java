package dev.lede.article.query;

import dev.lede.database.Sql;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.Groups;
import dev.lede.http.query.Parameters;
import dev.lede.taxonomy.TermKey;
import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are asked for, beside what may be seen.
 *
 * @param conditions on {@code article a}, all of them to hold
 * @param term the one term that every article must bear, when one stands alone: then its articles can be walked in order
 * @param canonical the same text for the same filter
 */
public record ArticleFilter(List<Sql> conditions, Optional<TermKey> term, boolean pagesAlone, String canonical) {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final List<String> KINDS = List.of("page", "section");

    /**
     * Reads a filter; what is wrong with it is noted with the parameters.
     *
     * @param perspective by which translations count as being there
     */
    public static ArticleFilter of(Parameters parameters, FilterContext context, Perspective perspective) {
        return new Reader(parameters, context, perspective).filter();
    }

    /** This filter and one more condition on {@code article a}. */
    public ArticleFilter where(Sql condition) {
        var all = new ArrayList<>(conditions);
        all.add(condition);
        return new ArticleFilter(List.copyOf(all), term, pagesAlone, canonical + "\n" + condition);
    }

    /** All of it as one condition on {@code article a}, for reads that walk no index in order. */
    public Sql condition() {
        var all = new ArrayList<>(conditions);
        term.ifPresent(borne -> all.add(bears(borne.taxonomy(), List.of(borne.slug()))));
        return Sql.and(all);
    }

    /** Reads the parameters one after the other, collecting conditions. */
    private static final class Reader {

        private final Parameters parameters;
        private final FilterContext context;
        private final Perspective perspective;
        private final List<Sql> conditions = new ArrayList<>();
        private @Nullable TermKey driver;

        Reader(Parameters parameters, FilterContext context, Perspective perspective) {
            this.parameters = parameters;
            this.context = context;
            this.perspective = perspective;
        }

        ArticleFilter filter() {
            var kinds = kinds();
            conditions.addAll(Languages.of(parameters, perspective));
            oneOf("a.section", parameters.list("section"));
            oneOf("a.slug", normalized(parameters.list("slug")));
            ids();
            moments();
            terms("tag", "tags");
            terms("category", "categories");
            new TreeMap<>(parameters.family("taxonomy")).keySet().forEach(this::taxonomy);
            new TreeMap<>(parameters.family("param")).forEach(this::param);
            return new ArticleFilter(
                    List.copyOf(conditions), Optional.ofNullable(driver), kinds.equals(List.of("page")), canonical());
        }

        private List<String> kinds() {
            var named = parameters.names("kind", KINDS);
            var kinds = named.isEmpty() ? List.of("page") : named;
            if (kinds.size() == 1) {
                conditions.add(Sql.of("a.kind = '" + (kinds.contains("page") ? "page" : "section") + "'"));
            }
            return kinds;
        }

        private static List<String> normalized(List<String> slugs) {
            return slugs.stream()
                    .map(slug -> Normalizer.normalize(slug, Normalizer.Form.NFC))
                    .toList();
        }

        private void oneOf(String column, List<String> values) {
            if (!values.isEmpty()) {
                conditions.add(Languages.oneOf(column, values));
            }
        }

        private void ids() {
            var ids = new ArrayList<String>();
            for (var id : parameters.list("id")) {
                // UUID.fromString alone takes fewer digits.
                if (ID.matcher(id).matches()) {
                    ids.add(id);
                } else {
                    parameters.refuse(Violation.ofParameter("id", "\"id\" must be a list of UUIDs.")
                            .withValue(id));
                }
            }
            if (!ids.isEmpty()) {
                conditions.add(Sql.of("a.id = any(?::uuid[])", ids));
            }
        }

        private void moments() {
            moment("from", "a.date >= ?");
            moment("to", "a.date < ? and a.date > '-infinity'");
            moment("updatedFrom", "a.lastmod >= ?");
        }

        private void moment(String parameter, String condition) {
            parameters
                    .moment(parameter, context.zone())
                    .ifPresent(moment -> conditions.add(Sql.of(condition, moment.atOffset(ZoneOffset.UTC))));
        }

        private void param(String path, List<String> values) {
            if (List.of(path.split("\\.", -1)).contains("")) {
                parameters.refuse(Violation.ofParameter(
                        "param." + path, "\"param." + path + "\" must be keys with a dot between each two."));
                return;
            }
            values.forEach(value -> conditions.add(ParamFilter.of(path, value)));
        }

        private void taxonomy(String name) {
            if (context.taxonomies().contains(name)) {
                terms("taxonomy." + name, name);
            } else {
                parameters.refuse(Violation.ofParameter(
                        "taxonomy." + name,
                        "Unknown taxonomy \"" + name + "\". Allowed: " + String.join(", ", context.taxonomies())
                                + "."));
            }
        }

        private void terms(String parameter, String taxonomy) {
            Groups groups = parameters.groups(parameter);
            for (var anyOf : groups.anyOf()) {
                var slugs = normalized(List.copyOf(anyOf));
                if (driver == null && slugs.size() == 1) {
                    driver = new TermKey(taxonomy, slugs.get(0));
                } else {
                    conditions.add(bears(taxonomy, slugs));
                }
            }
            if (!groups.noneOf().isEmpty()) {
                conditions.add(Sql.of("not").then(bears(taxonomy, normalized(List.copyOf(groups.noneOf())))));
            }
        }

        private String canonical() {
            return conditions.stream().map(Object::toString).collect(Collectors.joining("\n")) + "\n" + driver;
        }
    }

    /** That {@code article a} bears one of these terms. */
    public static Sql bears(String taxonomy, Collection<String> slugs) {
        return Sql.of(
                "exists (select from article_term b join term n on n.id = b.term_id"
                        + " where b.article_id = a.id and n.taxonomy = ? and n.slug = any(?))",
                taxonomy,
                slugs);
    }
}
