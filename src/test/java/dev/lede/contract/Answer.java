package dev.lede.contract;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked and what came back, as far as the contract has a say in it.
 *
 * @param method in capitals
 * @param path percent-encoded, without query, empty and dot segments
 * @param query as it was sent, empty when there was none
 */
record Answer(String method, String path, String query, int status, Map<String, List<String>> headers, String body) {

    static Answer to(String method, String uri, int status, Map<String, List<String>> headers, String body) {
        var question = uri.indexOf('?');
        return new Answer(
                method,
                plain(question < 0 ? uri : uri.substring(0, question)),
                question < 0 ? "" : uri.substring(question + 1),
                status,
                headers,
                body);
    }

    /** As the server understands it: without empty and dot segments. */
    private static String plain(String path) {
        var segments = new ArrayDeque<String>();
        for (var segment : path.split("/", -1)) {
            var name = segment.replaceAll("(?i)%2e", ".");
            if (name.equals("..")) {
                segments.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                segments.addLast(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /** Whether the request says which members it wants, so that none is certain to be there. */
    boolean isChosen() {
        return List.of(query.split("&", -1)).stream()
                .anyMatch(parameter -> parameter.startsWith("fields=") || parameter.startsWith("include="));
    }
}
