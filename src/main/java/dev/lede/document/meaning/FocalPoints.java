package dev.lede.document.meaning;

import dev.lede.document.FocalPoint;
import dev.lede.document.frontmatter.Findings;
import dev.lede.document.frontmatter.Value;
import java.util.List;
import java.util.Optional;

/** The focal point of a picture: {@code focus: [0.5, 0.3]}. */
final class FocalPoints {

    static final String KEY = "focus";

    private FocalPoints() {}

    /** The point; anything else than two numbers from 0 to 1 is reported and passed over. */
    static Optional<FocalPoint> of(Value value, Findings findings) {
        if (value instanceof Value.Sequence list && list.items().size() == 2) {
            List<Double> point =
                    list.items().stream().flatMap(item -> share(item).stream()).toList();
            if (point.size() == 2) {
                return Optional.of(new FocalPoint(point.get(0), point.get(1)));
            }
        }
        findings.warning(
                KEY,
                value,
                "is no point of a picture",
                "write two numbers from 0 to 1, from the left and from the top: [0.5, 0.3]");
        return Optional.empty();
    }

    private static Optional<Double> share(Value value) {
        return value instanceof Value.Scalar scalar && scalar.value() instanceof Number number
                ? Optional.of(number.doubleValue()).filter(share -> share >= 0 && share <= 1)
                : Optional.empty();
    }
}
