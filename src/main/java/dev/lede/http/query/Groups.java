package dev.lede.http.query;

import java.util.List;
import java.util.Set;

/**
 * Which terms are asked for.
 *
 * @param anyOf of each of these groups one term at least must be there
 * @param noneOf no term of these may be there
 */
public record Groups(List<Set<String>> anyOf, Set<String> noneOf) {

    public Groups {
        anyOf = List.copyOf(anyOf);
        noneOf = Set.copyOf(noneOf);
    }

    public static Groups none() {
        return new Groups(List.of(), Set.of());
    }

    /** Whether nothing is asked. */
    public boolean isEmpty() {
        return anyOf.isEmpty() && noneOf.isEmpty();
    }
}
