package dev.lede.http.query;

import dev.lede.http.problem.Nearest;
import dev.lede.http.problem.Violation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The query parameters that somewhere may stand, and what is wrong with those that do.
 *
 * @param once names that may stand once
 * @param repeatable names that may stand any number of times
 * @param ignoresOthers whether all other names are let pass
 */
public record Allowed(Set<String> once, Set<String> repeatable, boolean ignoresOthers) {

    /** What is searched for may be anything: an empty search finds nothing, and is no mistake. */
    private static final String ANYTHING = "q";

    private static final String FAMILY = ".*";

    public Allowed {
        once = Set.copyOf(once);
        repeatable = Set.copyOf(repeatable);
    }

    Allowed(Set<String> once, Set<String> repeatable) {
        this(once, repeatable, false);
    }

    static Allowed of(Takes... takes) {
        return new Allowed(
                Stream.of(takes).flatMap(each -> Stream.of(each.value())).collect(Collectors.toSet()),
                Stream.of(takes).flatMap(each -> Stream.of(each.repeatable())).collect(Collectors.toSet()),
                Stream.of(takes).anyMatch(Takes::ignoresOthers));
    }

    /** What the {@link Takes} of a method or an annotation allows, and those of its other annotations. */
    public static Allowed by(AnnotatedElement annotated) {
        return of(takes(annotated, new HashSet<>()).toArray(Takes[]::new));
    }

    private static Stream<Takes> takes(AnnotatedElement annotated, Set<Class<?>> seen) {
        return Stream.of(annotated.getAnnotations())
                .filter(annotation -> annotation instanceof Takes || seen.add(annotation.annotationType()))
                .flatMap(annotation ->
                        annotation instanceof Takes own ? Stream.of(own) : takes(annotation.annotationType(), seen));
    }

    static Allowed none() {
        return new Allowed(Set.of(), Set.of());
    }

    /** Those of these parameters whose names are known, in their order. */
    public Map<String, List<String>> known(Map<String, List<String>> given) {
        var known = new LinkedHashMap<>(given);
        known.keySet().removeIf(name -> !names(once, name) && !names(repeatable, name));
        return known;
    }

    /** What is wrong with the names, numbers and emptiness of these parameters, in their order. */
    List<Violation> violations(Map<String, List<String>> given) {
        var found = new ArrayList<Violation>();
        given.forEach((name, values) -> {
            boolean many = names(repeatable, name);
            if (!many && !names(once, name)) {
                if (!ignoresOthers) {
                    found.add(unknown(name));
                }
                return;
            }
            if (!many && values.size() > 1) {
                found.add(Violation.ofParameter(name, "\"" + name + "\" may stand only once."));
            }
            values.stream()
                    .filter(value -> !name.equals(ANYTHING) && (value.isEmpty() || !isText(value)))
                    .findFirst()
                    .ifPresent(value -> found.add(unusable(name, value)));
        });
        return found;
    }

    private Violation unknown(String name) {
        if (once.isEmpty() && repeatable.isEmpty()) {
            return Violation.ofParameter(name, "Unknown parameter \"" + name + "\". None is taken here.");
        }
        var known = new TreeSet<>(once);
        known.addAll(repeatable);
        return Violation.ofParameter(
                        name, "Unknown parameter \"" + name + "\". Allowed: " + String.join(", ", known) + ".")
                .withHint(Nearest.to(name, inFamily(known, name)));
    }

    /** With the families spelt out as if the tail of this name were right: {@code params.lead} may mean {@code param.lead}. */
    private static List<String> inFamily(Collection<String> known, String name) {
        int dot = name.indexOf('.');
        return known.stream()
                .map(each -> each.endsWith(FAMILY) && dot >= 0
                        ? each.substring(0, each.length() - FAMILY.length()) + name.substring(dot)
                        : each)
                .toList();
    }

    private static Violation unusable(String name, String value) {
        return value.isEmpty()
                ? Violation.ofParameter(name, "\"" + name + "\" has no value.")
                : Violation.ofParameter(name, "\"" + name + "\" has a NUL or half a character in its value.");
    }

    private static boolean names(Set<String> allowed, String name) {
        if (allowed.contains(name)) {
            return !name.endsWith(FAMILY);
        }
        int dot = name.indexOf('.');
        return dot > 0 && dot < name.length() - 1 && allowed.contains(name.substring(0, dot) + FAMILY);
    }

    private static boolean isText(String value) {
        return value.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }
}
