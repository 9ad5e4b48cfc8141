package dev.lede.document.meaning;

import dev.lede.document.FocalPoint;
import dev.lede.document.PictureReference;
import dev.lede.document.frontmatter.Findings;
import dev.lede.document.frontmatter.Value;
import dev.lede.document.value.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The picture that front matter names. */
public final class Pictures {
    private static final List<String> SOURCES = List.of("src", "path", "image", "url");
    private static final List<String> ALTS = List.of("alt", "caption");
    private static final List<String> NAMES = List.of("featured-image", "cover", "thumbnail");

    private Pictures() {}

    /** The picture of the first key that names one, else of the resources named for it. */
    public static @Nullable PictureReference of(Fields fields, List<String> keys) {
        return Stream.concat(keys.stream().flatMap(key -> at(fields, key).stream()), resources(fields))
                .flatMap(value -> picture(value, fields.findings()).stream())
                .findFirst()
                .orElse(null);
    }

    // "header.teaser" and "images[0]" reach one level into a map or list.
    private static Optional<Value> at(Fields fields, String key) {
        Optional<Value> whole = fields.get(key).map(Value.Entry::value);
        int dot = key.indexOf('.');
        if (whole.isPresent()) {
            return whole;
        }
        if (key.endsWith("[0]")) {
            return fields.get(key.substring(0, key.length() - 3))
                    .map(Value.Entry::value)
                    .flatMap(Pictures::first);
        }
        return dot < 0
                ? whole
                : fields.get(key.substring(0, dot)).flatMap(entry -> inside(entry.value(), key.substring(dot + 1)));
    }

    private static Optional<Value> first(Value value) {
        if (value instanceof Value.Sequence sequence) {
            return sequence.items().stream().findFirst();
        }
        return Optional.of(value);
    }

    private static Stream<Value> resources(Fields fields) {
        List<Value> resources = fields.get("resources").map(Value.Entry::value).stream()
                .filter(Value.Sequence.class::isInstance)
                .flatMap(value -> ((Value.Sequence) value).items().stream())
                .toList();
        return NAMES.stream()
                .flatMap(name -> resources.stream()
                        .filter(resource -> inside(resource, "name")
                                .flatMap(Texts::of)
                                .filter(name::equals)
                                .isPresent()));
    }

    private static Optional<PictureReference> picture(Value value, Findings findings) {
        if (value instanceof Value.Sequence) {
            return first(value)
                    .filter(item -> !(item instanceof Value.Sequence))
                    .flatMap(item -> picture(item, findings));
        }
        if (value instanceof Value.Mapping) {
            String alt = text(value, ALTS).orElse(null);
            FocalPoint focus = inside(value, FocalPoints.KEY)
                    .flatMap(point -> FocalPoints.of(point, findings))
                    .orElse(null);
            return text(value, SOURCES).map(source -> new PictureReference(source, alt, focus));
        }
        boolean isText = value instanceof Value.Scalar scalar && scalar.value() instanceof String;
        return isText
                ? Texts.of(value).map(source -> new PictureReference(source.strip(), null, null))
                : Optional.empty();
    }

    private static Optional<String> text(Value map, List<String> names) {
        return names.stream()
                .flatMap(name -> inside(map, name).flatMap(Texts::of).stream())
                .map(String::strip)
                .findFirst();
    }

    private static Optional<Value> inside(Value value, String name) {
        return value instanceof Value.Mapping mapping
                ? new Fields(mapping, new Findings()).get(name).map(Value.Entry::value)
                : Optional.empty();
    }
}
