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
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are asked for, beside what may be seen.
 *
 * @param term the one term that every article must bear, when one stands alone: then its articles can be walked in order
 * @param kinds one of these
 * @param languages one of these; any when there are none
 * @param sections one of these; any when there are none
 * @param period dates in this; any when it is empty
 * @param others more conditions on {@code article a}, all of them to hold
 * @param among things of which whatever changes an article that is, or was, asked for touches one; empty when that is
 *     not known
 * @param compared whether articles compete with their translations, which need meet nothing of it but the language: then
 *     that one bears a term does not tell what touches it
 */
public record ArticleFilter(
        Optional<TermKey> term,
        List<String> kinds,
        List<String> languages,
        List<String> sections,
        Period period,
        List<Sql> others,
        List<String> among,
        boolean compared) {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final String PAGE = "page";
    private static final List<String> KINDS = List.of(PAGE, "section");

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
        var all = new ArrayList<>(others);
        all.add(condition);
        return new ArticleFilter(term, kinds, languages, sections, period, List.copyOf(all), among, compared);
    }

    /** All of it as one condition on {@code article a}, for reads that walk no index in order. */
    public Sql condition() {
        return Sql.and(conditionsWithTerm());
    }

    /** All of it, each a condition on {@code article a}. */
    List<Sql> conditionsWithTerm() {
        return conditionsWithTerm(Repeating.ARTICLE);
    }

    /** The same, of what a table besides it repeats on that. */
    List<Sql> conditionsWithTerm(Repeating repeating) {
        var all = conditions(repeating);
        term.ifPresent(borne -> all.add(bears(borne.taxonomy(), List.of(borne.slug()))));
        return all;
    }

    /** All of it but the term. */
    List<Sql> conditions(Repeating repeating) {
        var all = new ArrayList<Sql>();
        if (kinds.size() == 1) {
            all.add(Sql.of("a.kind = '" + (isOfPages() ? PAGE : "section") + "'"));
        }
        all.addAll(repeated(repeating));
        all.addAll(others);
        return all;
    }

    /** As much of it as is asked of what is repeated. */
    List<Sql> repeated(Repeating repeating) {
        var all = new ArrayList<Sql>();
        if (!languages.isEmpty()) {
            all.add(Languages.oneOf(repeating.lang(), languages));
        }
        if (!sections.isEmpty()) {
            all.add(Languages.oneOf(repeating.section(), sections));
        }
        all.addAll(period.conditions(repeating.date()));
        return all;
    }

    /** Whether it is of pages alone, which is what lists hold unless they are asked for more. */
    boolean isOfPages() {
        return kinds.equals(List.of(PAGE));
    }

    /**
     * How many visible articles it lets pass, as an expression, where the writes keep that: of all pages, of those in
     * languages and sections, and of those that bear a term, in languages.
     */
    Optional<Sql> keptTotal() {
        if (!isOfPages() || !period.isEmpty() || !others.isEmpty() || (term.isPresent() && !sections.isEmpty())) {
            return Optional.empty();
        }
        var conditions = new ArrayList<Sql>();
        term.ifPresent(borne -> conditions.add(Sql.of(
                "c.term_id = (select id from term where taxonomy = ? and slug = ?)", borne.taxonomy(), borne.slug())));
        if (!languages.isEmpty()) {
            conditions.add(Languages.oneOf("c.lang", languages));
        }
        if (!sections.isEmpty()) {
            conditions.add(Languages.oneOf("c.section", sections));
        }
        var kept = term.isPresent() ? "term_count" : "article_count";
        return Optional.of(Sql.of("(select coalesce(sum(c.count), 0) from " + kept + " c where")
                .then(Sql.and(conditions))
                .then(")"));
    }

    /** The same text for the same filter. */
    String canonical() {
        return String.join(
                        "\n",
                        term.toString(),
                        kinds.toString(),
                        languages.toString(),
                        sections.toString(),
                        period.toString())
                + "\n"
                + others.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    /** Reads the parameters one after the other, collecting conditions. */
    private static final class Reader {

        private final Parameters parameters;
        private final FilterContext context;
        private final Perspective perspective;
        private final List<Sql> conditions = new ArrayList<>();
        private @Nullable TermKey driver;
        private List<String> among = List.of();

        Reader(Parameters parameters, FilterContext context, Perspective perspective) {
            this.parameters = parameters;
            this.context = context;
            this.perspective = perspective;
        }

        ArticleFilter filter() {
            var kinds = parameters.names("kind", KINDS);
            var languages = Languages.of(parameters, perspective);
            languages.best().ifPresent(conditions::add);
            among("lang:", languages.named());
            var spoken = among;
            var sections = parameters.list("section");
            among("section:", sections);
            slugs();
            ids();
            parameters
                    .moment("updatedFrom", context.zone())
                    .ifPresent(moment -> conditions.add(Sql.of("a.lastmod >= ?", moment.atOffset(ZoneOffset.UTC))));
            terms("tag", "tags");
            terms("category", "categories");
            new TreeMap<>(parameters.family("taxonomy")).keySet().forEach(this::taxonomy);
            new TreeMap<>(parameters.family("param")).forEach(this::param);
            return new ArticleFilter(
                    Optional.ofNullable(driver),
                    kinds.isEmpty() ? List.of(PAGE) : List.copyOf(kinds),
                    languages.alone(),
                    sections,
                    new Period(parameters.moment("from", context.zone()), parameters.moment("to", context.zone())),
                    List.copyOf(conditions),
                    languages.best().isPresent() ? spoken : among,
                    languages.best().isPresent());
        }

        // The later, the fewer articles there usually are of it.
        private void among(String kind, List<String> values) {
            if (!values.isEmpty()) {
                among = values.stream().map(value -> kind + value).toList();
            }
        }

        private static List<String> normalized(List<String> slugs) {
            return slugs.stream()
                    .map(slug -> Normalizer.normalize(slug, Normalizer.Form.NFC))
                    .toList();
        }

        private void slugs() {
            var slugs = normalized(parameters.list("slug"));
            if (!slugs.isEmpty()) {
                conditions.add(Languages.oneOf("a.slug", slugs));
                among("slug:", slugs);
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
                among(
                        "article:",
                        ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).toList());
            }
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
