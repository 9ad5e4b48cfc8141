package dev.lede.document.meaning;

import dev.lede.document.DocumentPath;
import dev.lede.document.DocumentSettings;
import dev.lede.document.Finding;
import dev.lede.document.Place;
import dev.lede.document.frontmatter.Value;
import dev.lede.document.place.Language;
import dev.lede.document.place.Placement;
import dev.lede.document.place.UrlPath;
import dev.lede.document.value.Texts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that say where a document belongs: language, slug, url. */
public final class Places {
    private static final int MOST_BYTES = 255;

    // Longer ones cannot be looked up. No path of 1,024 bytes makes one: urls are looked up decoded, and a letter takes
    // at
    // most half as many bytes again when it becomes a small one.
    private static final int MOST_URL_BYTES = 2_000;

    private Places() {}

    /** Language and folders of a document; a language that is none is reported. */
    public static Placement placement(DocumentPath path, Fields fields, DocumentSettings settings) {
        return Placement.of(path, language(fields), settings);
    }

    private static @Nullable String language(Fields fields) {
        return fields.all("lang", "language")
                .flatMap(entry -> language(fields, entry).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> language(Fields fields, Value.Entry entry) {
        Value value =
                entry.value() instanceof Value.Sequence list && !list.items().isEmpty()
                        ? list.items().get(0)
                        : entry.value();
        Optional<String> text = Texts.of(value);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> canonical = Language.canonical(text.get());
        if (canonical.isEmpty()) {
            fields.findings().warning(entry.key(), value, "is no language tag and is ignored", hint(text.get()));
        } else if (!Language.isKnown(canonical.get())) {
            fields.findings().warning(entry.key(), value, "is a language that ISO 639 does not know", hint(text.get()));
        }
        return canonical;
    }

    private static String hint(String language) {
        return Language.named(language).map(tag -> "did you mean " + tag + "?").orElse("write a tag such as zh-CN");
    }

    /** The place; a url or slug that cannot be is reported. A {@code dated} name gives its date, which leaves the slug. */
    public static Place place(Placement placement, Fields fields, boolean dated, DocumentSettings settings) {
        Placement.Wishes wishes = new Placement.Wishes(slug(fields), url(fields), dated);
        Place place = placement.place(wishes, settings);
        if (UrlPath.decodedLength(place.url()) > MOST_URL_BYTES) {
            written(fields)
                    .ifPresent(entry -> fields.findings()
                            .error(entry.key(), entry.value(), "makes a url longer than 2,000 bytes", null));
        }
        if (Placement.length(place.slug()) > MOST_BYTES) {
            Optional<Value.Entry> slug = fields.get("slug");
            slug.ifPresentOrElse(
                    entry -> fields.findings()
                            .error(entry.key(), entry.value(), "makes a slug longer than 255 bytes", null),
                    () -> fields.findings().add(Finding.error("the file name makes a slug longer than 255 bytes")));
        }
        return place;
    }

    // Hugo, hugolib/page__meta.go: a slug neither begins nor ends with a hyphen; nor, in its url, with a slash.
    private static @Nullable String slug(Fields fields) {
        String slug = fields.text("slug");
        return slug == null ? null : slug.replaceAll("^[-/\\\\]++|(?<![-/\\\\])[-/\\\\]++$", "");
    }

    /** The key that gives the url, where one does. */
    private static Optional<Value.Entry> written(Fields fields) {
        return fields.all("url", "permalink")
                .filter(candidate -> Texts.of(candidate.value()).isPresent())
                .filter(candidate -> !isPattern(candidate))
                .findFirst();
    }

    private static @Nullable String url(Fields fields) {
        Value.Entry entry = written(fields).orElse(null);
        if (entry == null) {
            return null;
        }
        String url = Texts.of(entry.value()).orElse("").strip();
        if (url.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*|//.*")) {
            fields.findings()
                    .error(
                            entry.key(),
                            entry.value(),
                            "names a protocol or a host, which a url here cannot",
                            "begin with a slash");
        } else if (UrlPath.climbs(url)) {
            fields.findings().error(entry.key(), entry.value(), "has \"..\" segments, which a url here cannot", null);
        }
        return Fields.name(entry.key()).equals("url") ? closed(url) : url;
    }

    // Hugo, resources/page/page_paths.go: a url without a dot is a folder's; Jekyll's permalinks stay as they are.
    private static String closed(String url) {
        return url.endsWith("/") || url.contains(".") ? url : url + "/";
    }

    private static boolean isPattern(Value.Entry entry) {
        return Fields.name(entry.key()).equals("permalink")
                && Texts.of(entry.value()).orElse("").contains(":");
    }
}
