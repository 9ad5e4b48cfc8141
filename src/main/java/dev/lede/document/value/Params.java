package dev.lede.document.value;

import dev.lede.document.frontmatter.Value;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as plain Java: what Lede does not understand and hands on as written. */
public final class Params {
    private Params() {}

    /** Text, Boolean, Long, BigInteger, Double, List, Map or null; TOML's dates and times become ISO 8601 text. */
    public static @Nullable Object of(Value value) {
        if (value instanceof Value.Mapping mapping) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> map.put(entry.key(), of(entry.value())));
            return Collections.unmodifiableMap(map);
        }
        if (value instanceof Value.Sequence sequence) {
            List<@Nullable Object> list = new ArrayList<>();
            sequence.items().forEach(item -> list.add(of(item)));
            return Collections.unmodifiableList(list);
        }
        Value.Scalar scalar = (Value.Scalar) value;
        return scalar.value() instanceof Temporal ? scalar.written() : scalar.value();
    }
}
