package dev.lede.document.value;

import dev.lede.document.frontmatter.Value;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Yes and no in every dialect of front matter: YAML 1.1 and 1.2, TOML, JSON, and text in quotes. */
public final class Truth {
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "t", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "n", "f", "0", "", "null", "~");

    private Truth() {}

    /** Whether the value says yes; nothing when it says neither. No value at all is no. */
    public static Optional<Boolean> of(Value value) {
        if (!(value instanceof Value.Scalar scalar)) {
            return Optional.empty();
        }
        if (scalar.value() == null) {
            return Optional.of(false);
        }
        if (scalar.value() instanceof Long
                || scalar.value() instanceof BigInteger
                || scalar.value() instanceof Double) {
            return number(((Number) scalar.value()).doubleValue());
        }
        String text = String.valueOf(scalar.value()).strip().toLowerCase(Locale.ROOT);
        if (TRUE.contains(text)) {
            return Optional.of(true);
        }
        return FALSE.contains(text) ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Boolean> number(double number) {
        if (number == 0) {
            return Optional.of(false);
        }
        return number == 1 ? Optional.of(true) : Optional.empty();
    }
}
