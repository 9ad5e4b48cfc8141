package dev.lede.document.frontmatter;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands behind a key, whatever language the front matter is in. Finite, at most 100 levels deep. */
public sealed interface Value {

    /** Where it begins. */
    Position at();

    /**
     * A single value.
     *
     * @param value text, Boolean, Long, BigInteger, Double, a TOML LocalDate, LocalTime, LocalDateTime or OffsetDateTime, or null
     * @param written the same as the author wrote it, without quotes
     */
    record Scalar(@Nullable Object value, String written, Position at) implements Value {
        /** Whether there is nothing: null, or text of white space only. */
        public boolean isBlank() {
            return value == null || (value instanceof String text && text.isBlank());
        }

        /** An integer as small as it goes. */
        static Object narrow(BigInteger number) {
            return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
        }

        /** A number, or its text when it is none that JSON could carry. */
        static Object finite(double number, String written) {
            return Double.isFinite(number) ? (Object) number : written;
        }
    }

    /** A list. */
    record Sequence(List<Value> items, Position at) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A map, its keys once each, in the order written. */
    record Mapping(List<Entry> entries, Position at) implements Value {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** A key of a map; {@code at} is the key's position. */
    record Entry(String key, Value value, Position at) {}
}
