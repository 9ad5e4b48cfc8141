package dev.lede.document.meaning;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.lede.document.frontmatter.Value;
import dev.lede.document.value.Params;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys that Lede understands, and what becomes of all others. */
public final class KnownKeys {
    private static final List<String> SPELLINGS = List.of(
            "title",
            "linkTitle",
            "date",
            "publishDate",
            "pubdate",
            "published",
            "lastmod",
            "modified",
            "expiryDate",
            "unpublishdate",
            "draft",
            "slug",
            "url",
            "permalink",
            "aliases",
            "lang",
            "language",
            "translationKey",
            "weight",
            "summary",
            "excerpt",
            "excerpt_separator",
            "description",
            "keywords",
            "author",
            "authors",
            "resources",
            "markup",
            "cascade",
            "build",
            "outputs",
            "headless");
    private static final Set<String> NAMES =
            SPELLINGS.stream().map(Fields::name).collect(Collectors.toUnmodifiableSet());
    // Keys of themes that look like misspelt ones of ours.
    private static final Set<String> MEANT = Set.of(
            "alias_of",
            "craft",
            "data",
            "drift",
            "except",
            "height",
            "language_code",
            "languages",
            "link",
            "links",
            "listtitle",
            "lng",
            "long",
            "mark",
            "output",
            "publisher",
            "raft",
            "sources",
            "tile",
            "translations");

    // What is left of a word of four letters when its vowel is forgotten.
    private static final Map<String, String> WITHOUT_VOWEL =
            Map.of("dte", "date", "dat", "date", "slg", "slug", "tgs", "tags");
    // Words of five letters that are no others with one less.
    private static final Set<String> OFTEN_MISSPELT = Set.of("title", "draft");
    private static final Map<String, String> SINGULAR =
            Map.of("tag", "tags", "category", "categories", "alias", "aliases");

    /** A key that is not known, with the taxonomies whose keys it may have been meant for. */
    private record Unknown(String name, List<String> taxonomies) {}

    // A site's documents have the same keys again and again.
    private static final LoadingCache<Unknown, Optional<String>> NEAREST =
            Caffeine.newBuilder().maximumSize(10_000).build(KnownKeys::nearest);

    private KnownKeys() {}

    static boolean contains(String name) {
        return NAMES.contains(name);
    }

    /** Everything that Lede does not know, as written; a {@code params} map wins over the same key outside it. */
    public static Map<String, @Nullable Object> params(Fields fields, List<String> taxonomies, boolean jekyll) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        Set<String> terms = taxonomies.stream()
                .flatMap(taxonomy -> Terms.names(taxonomy, jekyll))
                .collect(Collectors.toSet());
        for (Value.Entry entry : fields.entries()) {
            String name = Fields.name(entry.key());
            if (contains(name) || terms.contains(name) || isParams(entry)) {
                continue;
            }
            params.put(entry.key(), Params.of(entry.value()));
            if (name.equals("params")) {
                fields.findings().warning(entry, "the key takes a map; its value is kept as it is", null);
            }
            NEAREST.get(new Unknown(name, taxonomies))
                    .ifPresent(known ->
                            fields.findings().warning(entry, "the key is not known", "did you mean " + known + "?"));
        }
        fields.get("params")
                .filter(KnownKeys::isParams)
                .ifPresent(entry -> ((Value.Mapping) entry.value())
                        .entries()
                        .forEach(inner -> params.put(inner.key(), Params.of(inner.value()))));
        return params;
    }

    private static boolean isParams(Value.Entry entry) {
        return Fields.name(entry.key()).equals("params") && entry.value() instanceof Value.Mapping;
    }

    private static Optional<String> nearest(Unknown unknown) {
        String name = unknown.name();
        String singular = SINGULAR.get(name);
        if (singular != null) {
            return Optional.of(singular);
        }
        if (MEANT.contains(name) || name.length() > 20) {
            return Optional.empty();
        }
        String skeleton = WITHOUT_VOWEL.get(name);
        if (skeleton != null) {
            return Optional.of(skeleton);
        }
        String joined = name.replace("_", "").replace("-", "").replace(" ", "");
        return Stream.concat(unknown.taxonomies().stream(), SPELLINGS.stream())
                .filter(known -> isNear(joined, Fields.name(known)))
                .findFirst();
    }

    // One slip in five letters, two in nine: less would take words of their own for slips. Of shorter ones only slips
    // that
    // make no words count: two letters changed places, or one stands twice.
    private static boolean isNear(String name, String known) {
        if (name.equals(known) || Spelling.isSwapped(name, known) || Spelling.isDoubled(name, known)) {
            return true;
        }
        int allowed = known.length() >= 9 ? 2 : 1;
        boolean longEnough = Math.min(name.length(), known.length()) >= (OFTEN_MISSPELT.contains(known) ? 4 : 5);
        boolean similar = Math.abs(name.length() - known.length()) <= allowed;
        return longEnough && similar && Spelling.slips(name, known) <= allowed;
    }
}
