package dev.lede.change.following;

import dev.lede.article.query.ArticleFilter;
import dev.lede.database.Sql;
import dev.lede.http.query.Groups;
import dev.lede.http.query.LanguageTags;
import dev.lede.http.query.Parameters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which articles are followed: those in one of these languages and sections that bear these terms. Of nothing given
 * everything is meant.
 *
 * @param languages canonical BCP 47 tags
 * @param tags slugs in NFC
 */
public record ChangeFilter(List<String> languages, List<String> sections, Groups tags) {

    /** Everything. */
    public static final ChangeFilter ALL = new ChangeFilter(List.of(), List.of(), Groups.none());

    public ChangeFilter {
        languages = languages.stream().sorted().toList();
        sections = sections.stream().sorted().toList();
    }

    /** Reads {@code lang}, {@code section} and {@code tag}; what is wrong with them is noted with the parameters. */
    public static ChangeFilter of(Parameters parameters) {
        return new ChangeFilter(
                LanguageTags.of(parameters, "lang"), parameters.list("section"), parameters.groups("tag"));
    }

    /** That {@code article a} is followed. */
    Sql present() {
        var conditions = new ArrayList<>(List.of(Sql.of("a.visible")));
        if (!languages.isEmpty()) {
            conditions.add(Sql.of("a.lang = any(?)", languages));
        }
        if (!sections.isEmpty()) {
            conditions.add(Sql.of("a.section = any(?)", sections));
        }
        tags.anyOf().forEach(slugs -> conditions.add(ArticleFilter.bears("tags", normalized(slugs))));
        if (!tags.noneOf().isEmpty()) {
            conditions.add(Sql.of("not").then(ArticleFilter.bears("tags", normalized(tags.noneOf()))));
        }
        return Sql.and(conditions);
    }

    /**
     * That an article may have been followed before or after {@code change h}, which names what it bore on either side.
     * What it must not have borne cannot be told from that, and is let pass: one deletion too many does no harm.
     */
    Sql former() {
        var conditions = new ArrayList<>(List.of(Sql.of("(h.was_visible or h.is_visible)")));
        if (!languages.isEmpty()) {
            conditions.add(Sql.of("h.touched && ?", labels("lang:", languages)));
        }
        if (!sections.isEmpty()) {
            conditions.add(Sql.of("h.touched && ?", labels("section:", sections)));
        }
        for (var slugs : tags.anyOf()) {
            conditions.add(Sql.of(
                    "h.touched && array(select 'term:' || n.id from term n where n.taxonomy = 'tags' and n.slug = any(?))",
                    normalized(slugs)));
        }
        return Sql.and(conditions);
    }

    /** The same text for the same filter. */
    String canonical() {
        var anyOf = tags.anyOf().stream()
                .map(group -> group.stream().sorted().collect(Collectors.joining(",")))
                .sorted()
                .toList();
        return languages + "\n" + sections + "\n" + anyOf + "\n"
                + tags.noneOf().stream().sorted().toList();
    }

    private static List<String> labels(String kind, List<String> names) {
        return names.stream().map(name -> kind + name).toList();
    }

    private static List<String> normalized(Collection<String> slugs) {
        return slugs.stream()
                .map(slug -> Normalizer.normalize(slug, Normalizer.Form.NFC))
                .toList();
    }
}
