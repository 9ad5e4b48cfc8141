package dev.lede.document.meaning;

import dev.lede.document.DocumentPath;
import dev.lede.document.DocumentSettings;
import dev.lede.document.Place;
import dev.lede.document.frontmatter.Value;
import dev.lede.document.place.Language;
import dev.lede.document.place.Placement;
import dev.lede.document.value.Texts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that say where a document belongs: language, slug, url. */
public final class Places {
    private static final int MOST_BYTES = 255;

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
        List<String> items = Texts.items(entry.value());
        if (items.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> canonical = Language.canonical(items.get(0));
        if (canonical.isEmpty()) {
            fields.findings()
                    .warning(
                            entry.key(),
                            entry.value(),
                            "is no language tag and is ignored",
                            "write a tag such as zh-CN");
        } else if (!Language.isKnown(canonical.get())) {
            fields.findings().warning(entry.key(), entry.value(), "names a language that ISO 639 does not know", null);
        }
        return canonical;
    }

    /** The place; a url or slug that cannot be is reported. */
    public static Place place(Placement placement, Fields fields, DocumentSettings settings) {
        Placement.Wishes wishes = new Placement.Wishes(fields.text("slug"), url(fields));
        Place place = placement.place(wishes, settings);
        if (Placement.length(place.slug()) > MOST_BYTES) {
            Optional<Value.Entry> slug = fields.get("slug");
            slug.ifPresentOrElse(
                    entry -> fields.findings().error(entry.key(), entry.value(), "is longer than 255 bytes", null),
                    () -> fields.findings()
                            .add(dev.lede.document.Finding.error("the file name makes a slug longer than 255 bytes")));
        }
        return place;
    }

    private static @Nullable String url(Fields fields) {
        Value.Entry entry = fields.all("url", "permalink")
                .filter(candidate -> Texts.of(candidate.value()).isPresent())
                .filter(candidate -> !isPattern(candidate))
                .findFirst()
                .orElse(null);
        if (entry == null) {
            return null;
        }
        String url = Texts.of(entry.value()).orElse("").strip();
        if (url.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*|//.*")) {
            fields.findings()
                    .error(entry.key(), entry.value(), "a url here has no protocol and no host", "begin with a slash");
        } else if (List.of(url.split("[/\\\\]", -1)).contains("..")) {
            fields.findings().error(entry.key(), entry.value(), "a url here has no \"..\" segments", null);
        }
        return url;
    }

    private static boolean isPattern(Value.Entry entry) {
        return Fields.name(entry.key()).equals("permalink")
                && Texts.of(entry.value()).orElse("").contains(":");
    }
}
