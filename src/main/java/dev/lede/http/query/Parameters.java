package dev.lede.http.query;

import dev.lede.http.problem.Nearest;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.Violation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of one request, read one by one into their types. A value that does not fit is noted, its getter
 * answers with the default, and {@link #refuseIfAny} at the end refuses all of them in one problem. Names, repetition
 * and emptiness are checked before, by {@link Takes}. Not thread-safe.
 */
public final class Parameters {

    /** More items than this in one list are refused. */
    private static final int MOST_ITEMS = 100;

    /** NUL, and half a character: see {@link Takes}. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\x00\\p{Cs}]");

    private final Map<String, List<String>> given;
    private final List<Violation> violations = new ArrayList<>();

    private Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** @param given decoded names and values, such as {@code uriInfo.getQueryParameters()} */
    public static Parameters of(Map<String, List<String>> given) {
        return new Parameters(given);
    }

    static ProblemException refusal(List<Violation> violations) {
        var detail = violations.size() == 1
                ? violations.get(0).detail()
                : String.format(Locale.ROOT, "%d parameters are not valid.", violations.size());
        return new ProblemException(ProblemType.INVALID_PARAMETER, detail, violations);
    }

    /** Whether it was given at all. */
    public boolean has(String name) {
        return given.containsKey(name);
    }

    /** The text, which may be empty for {@code q} alone; what is no text in that stands as U+FFFD. */
    public Optional<String> text(String name) {
        var values = given.getOrDefault(name, List.of());
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(NO_TEXT.matcher(values.get(0)).replaceAll("\uFFFD"));
    }

    /** The value that this name stands for. */
    public <T> T oneOf(String name, Map<String, T> choices, T otherwise) {
        var text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        var chosen = choices.get(text.get());
        if (chosen == null) {
            refuse(unknown(name, "value", text.get(), choices.keySet()));
            return otherwise;
        }
        return chosen;
    }

    /** A whole number in decimal digits, within these bounds, both inclusive. */
    public int integer(String name, int min, int max, int otherwise) {
        var text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        // Integer.parseInt also takes a sign and the digits of other scripts.
        if (text.get().matches("-?[0-9]{1,10}")) {
            long number = Long.parseLong(text.get());
            if (number >= min && number <= max) {
                return (int) number;
            }
        }
        refuse(wrong(name, text.get(), String.format(Locale.ROOT, "must be a whole number from %d to %d", min, max)));
        return otherwise;
    }

    /** {@code true} or {@code false}. */
    public boolean bool(String name, boolean otherwise) {
        return oneOf(name, Map.of("true", true, "false", false), otherwise);
    }

    /**
     * An RFC 3339 date and time with offset, or a date, which means its first moment.
     *
     * @param zone whose days are meant
     */
    public Optional<Instant> moment(String name, ZoneId zone) {
        return text(name).flatMap(text -> {
            var moment = Moments.parse(text, zone);
            if (moment.isEmpty()) {
                refuse(wrong(name, text, "must be an RFC 3339 date and time with offset, or YYYY-MM-DD"));
            }
            return moment;
        });
    }

    /** The items, separated by commas, in their order and each once. */
    public List<String> list(String name) {
        var items = new ArrayList<String>();
        for (var value : given.getOrDefault(name, List.of())) {
            items.addAll(items(name, value));
        }
        if (items.size() > MOST_ITEMS) {
            refuse(Violation.ofParameter(
                    name, String.format(Locale.ROOT, "\"%s\" has more than %d items.", name, MOST_ITEMS)));
            return List.of();
        }
        return items.stream().distinct().toList();
    }

    /** As {@link #list}, of these names alone. */
    public List<String> names(String name, Collection<String> known) {
        var items = list(name);
        items.stream()
                .filter(item -> !known.contains(item))
                .forEach(item -> refuse(unknown(name, "name", item, known)));
        return items.stream().filter(known::contains).toList();
    }

    /** {@code a,b} any of; repeated: all of; {@code !c} none of. */
    public Groups groups(String name) {
        var anyOf = new ArrayList<Set<String>>();
        var noneOf = new TreeSet<String>();
        for (var value : given.getOrDefault(name, List.of())) {
            var items = items(name, value);
            long negated = items.stream().filter(item -> item.startsWith("!")).count();
            if (negated == 0) {
                if (!items.isEmpty()) {
                    anyOf.add(new TreeSet<>(items));
                }
            } else if (negated == items.size() && !items.contains("!")) {
                items.forEach(item -> noneOf.add(item.substring(1)));
            } else {
                refuse(wrong(name, value, "must have \"!\" before all of its terms or before none")
                        .withHint(name + "=a&" + name + "=!b"));
            }
        }
        if (anyOf.size() + noneOf.size() > MOST_ITEMS || list(name).isEmpty()) {
            return Groups.none();
        }
        return new Groups(anyOf, noneOf);
    }

    /** The order asked for: names of these fields, with {@code -} before those that run downwards. */
    public List<SortField> sort(String name, Collection<String> fields, List<SortField> otherwise) {
        var order = new LinkedHashMap<String, SortField>();
        for (var item : list(name)) {
            var field = SortField.parse(item);
            if (!fields.contains(field.name())) {
                refuse(unknown(name, "sort field", field.name(), fields));
            } else if (order.putIfAbsent(field.name(), field) != null) {
                refuse(wrong(name, item, "must name a field only once"));
            }
        }
        return order.isEmpty() ? otherwise : List.copyOf(order.values());
    }

    /** What stands behind the prefix, with its values: {@code param.lead=x} is {@code lead} in the family {@code param}. */
    public Map<String, List<String>> family(String prefix) {
        var members = new LinkedHashMap<String, List<String>>();
        given.forEach((name, values) -> {
            if (name.startsWith(prefix + ".")) {
                members.put(name.substring(prefix.length() + 1), List.copyOf(values));
            }
        });
        return members;
    }

    /** Notes one more thing that is wrong. */
    public void refuse(Violation violation) {
        violations.add(violation);
    }

    /** @throws ProblemException {@code invalid-parameter}, with everything that was noted, if anything was */
    public void refuseIfAny() {
        if (!violations.isEmpty()) {
            throw refusal(violations);
        }
    }

    /** A value that is none of the known ones, with the nearest as hint. */
    static Violation unknown(String parameter, String what, String value, Collection<String> known) {
        var detail = "Unknown " + what + " \"" + value + "\" in \"" + parameter + "\". Allowed: "
                + String.join(", ", new TreeSet<>(known)) + ".";
        return Violation.ofParameter(parameter, detail).withValue(value).withHint(Nearest.to(value, known));
    }

    private static Violation wrong(String name, @Nullable String value, String rule) {
        return Violation.ofParameter(name, "\"" + name + "\" " + rule + ", not \"" + value + "\".")
                .withValue(value);
    }

    private List<String> items(String name, String value) {
        var items = List.of(value.split(",", -1));
        if (items.contains("")) {
            refuse(wrong(name, value, "must be a list with no empty item"));
            return List.of();
        }
        return items;
    }
}
