package dev.lede.document.meaning;

import dev.lede.document.DocumentSettings;
import dev.lede.document.Metadata;
import dev.lede.document.frontmatter.Value;
import dev.lede.document.value.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What front matter says about a document besides dates, terms and places. */
public final class Heads {
    private static final int LONGEST_TITLE = 2_000;
    private static final int LONGEST_WEIGHT = 20;
    private static final int MOST_DIGITS = 10;

    private Heads() {}

    /** The metadata; a title past its limit is reported. */
    public static Metadata of(Fields fields, DocumentSettings settings) {
        String title = fields.text("title");
        if (title != null && title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            fields.get("title")
                    .ifPresent(entry -> fields.findings()
                            .error(entry.key(), entry.value(), "is longer than 2,000 characters", null));
        }
        return new Metadata(
                title,
                fields.text("linkTitle"),
                fields.text("description"),
                fields.words("keywords"),
                authors(fields),
                fields.text(settings.summaryKeys().toArray(String[]::new)),
                fields.text("excerpt_separator"),
                weight(fields),
                aliases(fields));
    }

    private static List<String> authors(Fields fields) {
        return fields.all("authors", "author")
                .map(entry -> authors(fields, entry))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> authors(Fields fields, Value.Entry entry) {
        Stream<Value> items =
                entry.value() instanceof Value.Sequence list ? list.items().stream() : Stream.of(entry.value());
        items.filter(item ->
                        !(item instanceof Value.Scalar) && Texts.names(item).isEmpty())
                .forEach(item -> fields.findings()
                        .warning(
                                entry.key(),
                                item,
                                "names no author, and is left out",
                                "write a name, or a map with name"));
        return Texts.names(entry.value());
    }

    private static List<String> aliases(Fields fields) {
        return fields.words("aliases").stream()
                .filter(alias -> !isForeign(fields, alias))
                .toList();
    }

    private static boolean isForeign(Fields fields, String alias) {
        boolean foreign = alias.toLowerCase(Locale.ROOT).matches("(?s)[a-z][a-z0-9+.-]*://.*");
        if (foreign) {
            fields.get("aliases")
                    .ifPresent(entry -> fields.findings()
                            .warning(
                                    entry.key(),
                                    entry.value(),
                                    "holds an address, and an alias is a path",
                                    "leave out host and protocol"));
        }
        return foreign;
    }

    private static int weight(Fields fields) {
        Value.Entry entry = fields.get("weight").orElse(null);
        if (entry == null || (entry.value() instanceof Value.Scalar scalar && scalar.isBlank())) {
            return 0;
        }
        Optional<BigDecimal> number = number(entry.value());
        // As in Hugo (spf13/cast, ToInt): 1.5 is 1 as a number, and nothing as text.
        boolean isText = entry.value() instanceof Value.Scalar scalar && scalar.value() instanceof String;
        OptionalInt weight = number.isEmpty() ? OptionalInt.empty() : integer(number.get(), isText);
        if (weight.isEmpty()) {
            fields.findings().warning(entry.key(), entry.value(), "is no integer of 32 bits; 0 is used", null);
        } else if (number.get().stripTrailingZeros().scale() > 0) {
            fields.findings()
                    .warning(entry.key(), entry.value(), "is no integer; " + weight.getAsInt() + " is used", null);
        }
        return weight.orElse(0);
    }

    private static OptionalInt integer(BigDecimal number, boolean exactly) {
        // Before 1e99999999 becomes a hundred million digits.
        if (number.precision() - number.scale() > MOST_DIGITS) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of((exactly ? number : number.setScale(0, RoundingMode.DOWN)).intValueExact());
        } catch (ArithmeticException e) {
            return OptionalInt.empty();
        }
    }

    private static Optional<BigDecimal> number(Value value) {
        if (!(value instanceof Value.Scalar scalar)) {
            return Optional.empty();
        }
        // A hexadecimal integer is one by its value, not as written.
        String text = scalar.value() instanceof Long number
                ? number.toString()
                : scalar.written().strip();
        try {
            return text.length() > LONGEST_WEIGHT ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
