package dev.lede.http.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lede.http.problem.Nearest;
import dev.lede.http.problem.Violation;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which members of an object are wanted, as dot paths: {@code title}, {@code thumbnail.src}. A path that is wanted
 * brings everything below it. Immutable and thread-safe.
 */
public final class FieldSelection {

    /** Deeper paths are refused. */
    private static final int DEEPEST = 16;

    private static final String OPEN = ".*";

    private final Set<String> paths;
    private final Branch root;

    private FieldSelection(Set<String> paths) {
        this.paths = paths;
        this.root = Branch.of(paths);
    }

    public static FieldSelection of(Collection<String> paths) {
        return new FieldSelection(new TreeSet<>(paths));
    }

    /**
     * The paths that a parameter such as {@code fields} names.
     *
     * @param known all paths there are; one that ends in {@code .*} takes any path below it
     * @param otherwise what is selected when the parameter is not given
     */
    public static FieldSelection parse(
            Parameters parameters, String name, Collection<String> known, FieldSelection otherwise) {
        var asked = parameters.list(name);
        asked.stream()
                .filter(path -> !isKnown(path, known))
                .forEach(path -> parameters.refuse(unknown(name, path, known)));
        return asked.isEmpty() ? otherwise : of(asked);
    }

    /** This selection and these paths. */
    public FieldSelection plus(Collection<String> more) {
        var all = new TreeSet<>(paths);
        all.addAll(more);
        return new FieldSelection(all);
    }

    /** Whether this path, something above it or something below it is wanted: whether to compute it at all. */
    public boolean wants(String path) {
        var branch = root;
        for (var step : path.split("\\.", -1)) {
            var next = branch.children.get(step);
            if (next == null) {
                return branch.whole;
            }
            branch = next;
        }
        return true;
    }

    /** The wanted members alone, in the order they have; of an array, the wanted members of its elements. */
    public JsonNode project(JsonNode value) {
        return project(value, root);
    }

    /** The same for the same selection, however it was written: part of a cache key or fingerprint. */
    public String canonical() {
        return String.join(",", paths);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldSelection selection && paths.equals(selection.paths);
    }

    @Override
    public int hashCode() {
        return paths.hashCode();
    }

    @Override
    public String toString() {
        return canonical();
    }

    private static JsonNode project(JsonNode value, Branch branch) {
        if (branch.whole) {
            return value;
        }
        if (value instanceof ArrayNode array) {
            var elements = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> elements.add(project(element, branch)));
            return elements;
        }
        if (!(value instanceof ObjectNode)) {
            return value;
        }
        var kept = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(member -> {
            var child = branch.children.get(member.getKey());
            // A path into what is no object selects nothing of it.
            if (child != null && (child.whole || member.getValue().isContainerNode())) {
                kept.set(member.getKey(), project(member.getValue(), child));
            }
        });
        return kept;
    }

    private static boolean isKnown(String path, Collection<String> known) {
        if (known.contains(path)) {
            return !path.endsWith(OPEN);
        }
        return path.split("\\.", -1).length <= DEEPEST
                && known.stream()
                        .filter(each -> each.endsWith(OPEN))
                        .anyMatch(open -> path.length() > open.length() - 1
                                && path.startsWith(open.substring(0, open.length() - 1))
                                && !path.contains("..")
                                && !path.endsWith("."));
    }

    private static Violation unknown(String name, String path, Collection<String> known) {
        var top = known.stream().filter(each -> !each.contains(".")).collect(Collectors.toCollection(TreeSet::new));
        var hint = Nearest.to(path, known);
        return Violation.ofParameter(
                        name,
                        String.format(
                                Locale.ROOT,
                                "Unknown field \"%s\" in \"%s\". Allowed: %s, and paths below them.",
                                path,
                                name,
                                String.join(", ", top)))
                .withValue(path)
                .withHint(hint);
    }

    /** One step of the paths, and what follows it. */
    private record Branch(boolean whole, Map<String, Branch> children) {

        static Branch of(Collection<String> paths) {
            boolean whole = paths.contains("");
            var tails = new TreeMap<String, Set<String>>();
            for (var path : paths) {
                if (!path.isEmpty()) {
                    int dot = path.indexOf('.');
                    tails.computeIfAbsent(dot < 0 ? path : path.substring(0, dot), head -> new TreeSet<>())
                            .add(dot < 0 ? "" : path.substring(dot + 1));
                }
            }
            var children = new TreeMap<String, Branch>();
            tails.forEach((head, tail) -> children.put(head, of(tail)));
            return new Branch(whole, children);
        }
    }
}
