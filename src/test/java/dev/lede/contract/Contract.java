package dev.lede.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * {@code openapi.yaml} as it stands in the project. Immutable and thread-safe.
 *
 * @param root the whole file
 * @param operations those without variables in their paths first
 */
record Contract(JsonNode root, List<Operation> operations) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private static final Contract FILE = of(read(Path.of("openapi.yaml")));

    static Contract file() {
        return FILE;
    }

    private static Contract of(JsonNode root) {
        return new Contract(
                root,
                root.get("paths").properties().stream()
                        .flatMap(path -> path.getValue().properties().stream()
                                .filter(member -> METHODS.contains(member.getKey()))
                                .map(member -> Operation.of(root, path.getKey(), path.getValue(), member.getKey())))
                        .sorted(Comparator.comparingInt(Operation::variables))
                        .toList());
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** What a reference within the file leads to; anything else is answered as it is. */
    static JsonNode resolved(JsonNode root, JsonNode node) {
        return node.has("$ref")
                ? root.at(JsonPointer.compile(node.get("$ref").asText().substring(1)))
                : node;
    }

    /** The operations at the address, whatever their methods. */
    List<Operation> at(String path) {
        var first = operations.stream()
                .filter(operation -> operation.isAt(path))
                .map(Operation::path)
                .findFirst();
        return operations.stream()
                .filter(operation -> first.isPresent() && operation.path().equals(first.get()))
                .toList();
    }
}
