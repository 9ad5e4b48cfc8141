package dev.lede.document.meaning;

import dev.lede.document.DocumentSettings;
import dev.lede.document.TermName;
import dev.lede.document.frontmatter.Value;
import dev.lede.document.place.PathParts;
import dev.lede.document.place.Placement;
import dev.lede.document.place.UrlPath;
import dev.lede.document.value.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The terms of a document's taxonomies. */
public final class Terms {
    private static final int MOST_BYTES = 255;
    private static final Pattern COMMA = Pattern.compile("[,，]");
    private static final Map<String, String> SINGULAR = Map.of("tags", "tag", "categories", "category");

    private Terms() {}

    /** A term as written, and where. */
    private record Written(String name, Value at) {}

    /** Every configured taxonomy with its terms, each slug once; terms without a slug vanish, too long ones are reported. */
    public static Map<String, List<TermName>> of(Fields fields, PathParts parts, DocumentSettings settings) {
        Map<String, List<TermName>> terms = new LinkedHashMap<>();
        for (String taxonomy : settings.taxonomies()) {
            Map<String, TermName> bySlug = new LinkedHashMap<>();
            if (taxonomy.equals("categories")) {
                parts.categories().forEach(name -> add(bySlug, name));
            }
            entries(fields, taxonomy, parts.jekyll())
                    .forEach(entry -> read(entry, fields, parts.jekyll(), settings)
                            .forEach(written -> {
                                add(bySlug, written.name());
                                check(fields, entry.key(), written);
                            }));
            terms.put(taxonomy, List.copyOf(bySlug.values()));
        }
        return terms;
    }

    /** The lower-case keys of a taxonomy; Jekyll reads the singular ones too. */
    static Stream<String> names(String taxonomy, boolean jekyll) {
        String plural = Fields.name(taxonomy);
        return Stream.concat(Stream.of(plural), jekyll ? Stream.ofNullable(SINGULAR.get(plural)) : Stream.empty());
    }

    // Jekyll, lib/jekyll/document.rb: populate_categories takes both keys, populate_tags the singular one where it can.
    private static Stream<Value.Entry> entries(Fields fields, String taxonomy, boolean jekyll) {
        List<Value.Entry> entries = names(taxonomy, jekyll)
                .flatMap(name -> fields.get(name).stream())
                .toList();
        boolean isReplaced = taxonomy.equals("tags") && entries.size() > 1 && !isBlank(entries.get(1));
        return entries.stream().skip(isReplaced ? 1 : 0);
    }

    private static boolean isBlank(Value.Entry entry) {
        return entry.value() instanceof Value.Scalar scalar && scalar.isBlank();
    }

    private static List<Written> read(Value.Entry entry, Fields fields, boolean jekyll, DocumentSettings settings) {
        if (entry.value() instanceof Value.Sequence sequence) {
            sequence.items().forEach(item -> warnOfLost(entry, item, fields));
            return sequence.items().stream().flatMap(Terms::whole).toList();
        }
        warnOfLost(entry, entry.value(), fields);
        if (jekyll && !SINGULAR.containsValue(Fields.name(entry.key()))) {
            return Texts.words(entry.value()).stream()
                    .map(word -> new Written(word, entry.value()))
                    .toList();
        }
        List<Written> whole = whole(entry.value()).toList();
        if (whole.isEmpty() || !COMMA.matcher(whole.get(0).name()).find()) {
            return whole;
        }
        if (settings.splitTermsAtComma()) {
            return COMMA.splitAsStream(whole.get(0).name())
                    .map(name -> new Written(name, entry.value()))
                    .toList();
        }
        fields.findings()
                .warning(
                        entry.key(),
                        entry.value(),
                        "is one term, comma and all",
                        "write a list, or set lede.terms.split=comma");
        return whole;
    }

    private static void warnOfLost(Value.Entry entry, Value item, Fields fields) {
        if (!(item instanceof Value.Scalar)) {
            fields.findings().warning(entry.key(), item, "is no text, and so no term", "write a list of texts");
        }
    }

    private static Stream<Written> whole(Value value) {
        return Texts.of(value).stream().map(name -> new Written(name, value));
    }

    private static void add(Map<String, TermName> bySlug, String name) {
        String slug = UrlPath.term(name);
        if (!slug.isEmpty()) {
            bySlug.putIfAbsent(slug, new TermName(slug, name.strip()));
        }
    }

    private static void check(Fields fields, String key, Written term) {
        if (Placement.length(term.name().strip()) > MOST_BYTES) {
            fields.findings().error(key, term.at(), "is a term longer than 255 bytes", null);
        }
    }
}
