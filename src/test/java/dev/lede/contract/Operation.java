package dev.lede.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One method of one path in the contract, references followed.
 *
 * @param path as a template, such as {@code /v1/tags/{slug}}
 * @param method in capitals
 * @param responses by status, or {@code default}
 */
record Operation(
        String path,
        String method,
        Pattern pattern,
        List<JsonNode> parameters,
        TreeMap<String, JsonNode> responses,
        boolean needsKey) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    static Operation of(JsonNode root, String path, JsonNode item, String method) {
        var node = item.get(method);
        var parameters = Stream.of(item, node)
                .flatMap(holder -> holder.path("parameters").valueStream())
                .map(parameter -> Contract.resolved(root, parameter))
                .toList();
        var responses = new TreeMap<String, JsonNode>();
        node.get("responses")
                .properties()
                .forEach(response -> responses.put(response.getKey(), Contract.resolved(root, response.getValue())));
        var security = node.has("security") ? node.get("security") : root.path("security");
        var needsKey = !security.isEmpty() && security.valueStream().noneMatch(JsonNode::isEmpty);
        return new Operation(
                path, method.toUpperCase(Locale.ROOT), pattern(path, parameters), parameters, responses, needsKey);
    }

    private static Pattern pattern(String path, List<JsonNode> parameters) {
        var pattern = new StringBuilder();
        var variables = VARIABLE.matcher(path);
        var end = 0;
        while (variables.find()) {
            var name = variables.group(1);
            var many = parameters.stream()
                    .anyMatch(parameter -> parameter.get("name").asText().equals(name)
                            && parameter.path("x-many-segments").asBoolean());
            pattern.append(Pattern.quote(path.substring(end, variables.start())))
                    .append(many ? ".+" : "[^/]+");
            end = variables.end();
        }
        return Pattern.compile(pattern + Pattern.quote(path.substring(end)));
    }

    boolean isAt(String address) {
        return pattern.matcher(address).matches();
    }

    int variables() {
        return (int) VARIABLE.matcher(path).results().count();
    }

    /** An address of this operation in which each variable is one segment, as validators expect it. */
    String plainAddress() {
        return VARIABLE.matcher(path).replaceAll("x");
    }

    boolean declares(int status) {
        return responses.containsKey(Integer.toString(status));
    }

    List<JsonNode> parametersIn(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.get("in").asText().equals(place))
                .toList();
    }

    Set<String> namesIn(String place) {
        return parametersIn(place).stream()
                .map(parameter -> parameter.get("name").asText())
                .collect(Collectors.toSet());
    }

    /** The header fields that an answer of this status may have, and clients may rely on. */
    Set<String> headersOf(int status) {
        var response = responses.getOrDefault(Integer.toString(status), responses.get("default"));
        var names = new ArrayList<String>();
        if (response != null) {
            response.path("headers").fieldNames().forEachRemaining(names::add);
        }
        return Set.copyOf(names);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
