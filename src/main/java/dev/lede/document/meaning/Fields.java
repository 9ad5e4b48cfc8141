package dev.lede.document.meaning;

import dev.lede.document.frontmatter.Findings;
import dev.lede.document.frontmatter.Value;
import dev.lede.document.value.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys of one document's front matter, found whatever their case. Not thread-safe. */
public final class Fields {
    private final List<Value.Entry> entries;
    private final Map<String, Value.Entry> byName = new HashMap<>();
    private final Findings findings;

    public Fields(Value.Mapping root, Findings findings) {
        this.entries = root.entries();
        this.findings = findings;
        for (Value.Entry entry : entries) {
            Value.Entry earlier = byName.put(name(entry.key()), entry);
            if (earlier != null && KnownKeys.contains(name(entry.key()))) {
                findings.warning(entry, "the key is \"" + earlier.key() + "\" again; the last one counts", null);
            }
        }
    }

    static String name(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    /** All keys, in the order written. */
    List<Value.Entry> entries() {
        return entries;
    }

    Findings findings() {
        return findings;
    }

    /** The key of a name. */
    Optional<Value.Entry> get(String name) {
        return Optional.ofNullable(byName.get(name(name)));
    }

    /** The keys of several names that are there, in the order asked for. */
    Stream<Value.Entry> all(String... names) {
        return Stream.of(names).flatMap(name -> get(name).stream());
    }

    /** The text of the first of several names that has some; a list or a map is reported and passed over. */
    public @Nullable String text(String... names) {
        return all(names).flatMap(entry -> text(entry).stream()).findFirst().orElse(null);
    }

    private Optional<String> text(Value.Entry entry) {
        if (!(entry.value() instanceof Value.Scalar)) {
            findings.warning(entry, "the key takes text; its list or map is ignored", null);
        }
        return Texts.of(entry.value()).map(String::strip);
    }

    /** The items under a name; text is several, one for each word. What is no text is reported and passed over. */
    List<String> words(String name) {
        get(name).ifPresent(this::warnOfLost);
        return get(name).map(entry -> Texts.words(entry.value())).orElse(List.of());
    }

    private void warnOfLost(Value.Entry entry) {
        Stream<Value> items =
                entry.value() instanceof Value.Sequence list ? list.items().stream() : Stream.of(entry.value());
        items.filter(item -> !(item instanceof Value.Scalar))
                .forEach(item ->
                        findings.warning(entry.key(), item, "is no text, and is left out", "write a list of texts"));
    }
}
