package dev.lede.document.value;

import dev.lede.document.frontmatter.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Values where text is expected: numbers, booleans and dates become text as written. */
public final class Texts {
    private Texts() {}

    /** The text, untrimmed; nothing for a list, a map, null or white space. */
    public static Optional<String> of(Value value) {
        return value instanceof Value.Scalar scalar && !scalar.isBlank()
                ? Optional.of(scalar.written())
                : Optional.empty();
    }

    /** The items of a list that are text and not blank; text itself is split at white space. */
    public static List<String> words(Value value) {
        if (value instanceof Value.Sequence) {
            return items(value);
        }
        return of(value).stream()
                .flatMap(text -> Stream.of(text.strip().split("\\s+")))
                .toList();
    }

    /** As {@link #items}, of maps the text under {@code name}: {@code authors: [{name: A, url: …}, B]}. */
    public static List<String> names(Value value) {
        Stream<Value> values = value instanceof Value.Sequence sequence ? sequence.items().stream() : Stream.of(value);
        return values.flatMap(item -> item instanceof Value.Mapping mapping ? named(mapping) : Stream.of(item))
                .flatMap(item -> of(item).stream())
                .toList();
    }

    private static Stream<Value> named(Value.Mapping mapping) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().equalsIgnoreCase("name"))
                .map(Value.Entry::value)
                .limit(1);
    }

    /** The items of a list that are text and not blank; text itself is one item. */
    public static List<String> items(Value value) {
        if (value instanceof Value.Sequence sequence) {
            return sequence.items().stream().flatMap(item -> of(item).stream()).toList();
        }
        return of(value).stream().toList();
    }
}
