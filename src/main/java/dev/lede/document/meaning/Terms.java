package dev.lede.document.meaning;

import dev.lede.document.DocumentSettings;
import dev.lede.document.TermName;
import dev.lede.document.frontmatter.Value;
import dev.lede.document.place.PathParts;
import dev.lede.document.place.Placement;
import dev.lede.document.place.UrlPath;
import dev.lede.document.value.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The terms of a document's taxonomies. */
public final class Terms {
    private static final int MOST_BYTES = 255;

    private Terms() {}

    /** Every configured taxonomy with its terms, each slug once; terms without a slug vanish, too long ones are reported. */
    public static Map<String, List<TermName>> of(Fields fields, PathParts parts, DocumentSettings settings) {
        Map<String, List<TermName>> terms = new LinkedHashMap<>();
        for (String taxonomy : settings.taxonomies()) {
            Map<String, TermName> bySlug = new LinkedHashMap<>();
            if (taxonomy.equals("categories")) {
                parts.categories().forEach(name -> add(bySlug, name));
            }
            fields.get(taxonomy)
                    .ifPresent(entry -> read(entry, fields, parts.jekyll(), settings)
                            .forEach(name -> check(fields, entry, add(bySlug, name))));
            terms.put(taxonomy, List.copyOf(bySlug.values()));
        }
        return terms;
    }

    private static List<String> read(Value.Entry entry, Fields fields, boolean jekyll, DocumentSettings settings) {
        if (jekyll) {
            return Texts.words(entry.value());
        }
        List<String> items = Texts.items(entry.value());
        if (entry.value() instanceof Value.Sequence || items.isEmpty() || !hasComma(items.get(0))) {
            return items;
        }
        if (settings.splitTermsAtComma()) {
            return new ArrayList<>(Arrays.asList(items.get(0).split("[,，]")));
        }
        fields.findings()
                .warning(
                        entry.key(),
                        entry.value(),
                        "text is one term, and this one has a comma",
                        "write a list, or set lede.terms.split=comma");
        return items;
    }

    private static boolean hasComma(String text) {
        return text.indexOf(',') >= 0 || text.indexOf('，') >= 0;
    }

    private static String add(Map<String, TermName> bySlug, String name) {
        String slug = UrlPath.of(name);
        if (!slug.isEmpty()) {
            bySlug.putIfAbsent(slug, new TermName(slug, name.strip()));
        }
        return slug;
    }

    private static void check(Fields fields, Value.Entry entry, String slug) {
        if (Placement.length(slug) > MOST_BYTES) {
            fields.findings().error(entry.key(), entry.value(), "a term is longer than 255 bytes", null);
        }
    }
}
