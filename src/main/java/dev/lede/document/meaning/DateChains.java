package dev.lede.document.meaning;

import dev.lede.document.Dates;
import dev.lede.document.frontmatter.Value;
import dev.lede.document.value.DateValue;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills each date from the others (Hugo, {@code resources/page/pagemeta/page_frontmatter.go}). */
public final class DateChains {
    private static final String[] KEYS = {
        "date", "publishdate", "pubdate", "published", "lastmod", "modified", "expirydate", "unpublishdate"
    };
    private final Map<String, OffsetDateTime> read = new HashMap<>();

    private DateChains() {}

    /** Whether a key gives the date, be it readable or not. */
    public static boolean isWritten(Fields fields) {
        return fields.all("date", "publishdate", "pubdate", "published", "lastmod", "modified")
                .anyMatch(
                        entry -> !isFlag(entry) && !(entry.value() instanceof Value.Scalar scalar && scalar.isBlank()));
    }

    /** The dates; unreadable ones are reported. What the file name says counts where no date key of its own does. */
    public static Dates of(Fields fields, DateValue dates, @Nullable OffsetDateTime fromName) {
        DateChains chains = new DateChains();
        for (String key : KEYS) {
            fields.get(key)
                    .filter(entry -> !isFlag(entry))
                    .flatMap(entry -> dates.read(entry.key(), entry.value(), fields.findings()))
                    .ifPresent(date -> chains.read.put(key, date));
        }
        if (fromName != null) {
            chains.read.putIfAbsent("date", fromName);
        }
        return new Dates(
                chains.first("date", "publishdate", "pubdate", "published", "lastmod", "modified"),
                chains.first("publishdate", "pubdate", "published", "date"),
                chains.first("lastmod", "modified", "date", "publishdate", "pubdate", "published"),
                chains.first("expirydate", "unpublishdate"));
    }

    // Jekyll's "published" is a yes or no; Hugo's is a date.
    private static boolean isFlag(Value.Entry entry) {
        return Fields.name(entry.key()).equals("published")
                && Drafts.flag(entry.value()).isPresent();
    }

    /** As in Hugo, a date that is none by its value (Go's zero time) keeps its place: what stands after it does not count. */
    private @Nullable OffsetDateTime first(String... keys) {
        return Stream.of(keys)
                .map(read::get)
                .filter(Objects::nonNull)
                .findFirst()
                .filter(date -> !DateValue.isNone(date))
                .orElse(null);
    }
}
