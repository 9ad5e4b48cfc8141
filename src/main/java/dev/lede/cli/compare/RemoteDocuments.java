package dev.lede.cli.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lede.cli.http.Patience;
import dev.lede.cli.http.Server;
import dev.lede.cli.http.Server.Call;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.outcome.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The documents that a Lede has, as it lists them.
 *
 * @param byPath in the order of paths
 */
public record RemoteDocuments(TreeMap<String, Remote> byPath) {

    private static final String AT_ONCE = "1000";

    /** More documents than any Lede holds: a list that goes on and on is none. */
    private static final int MOST_PAGES = 20_000;

    /**
     * A document.
     *
     * @param hash SHA-256 in hex
     * @param size in bytes
     */
    public record Remote(String hash, long size) {}

    /** Reads the list, page by page. */
    public static RemoteDocuments below(String prefix, Server server, Patience patience)
            throws CommandFailed, InterruptedException {
        var documents = new TreeMap<String, Remote>();
        var query = new LinkedHashMap<String, String>();
        query.put("limit", AT_ONCE);
        if (!prefix.isEmpty()) {
            query.put("prefix", prefix);
        }
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var call = new Call("GET", "/v1/documents").with(Map.copyOf(query));
            var page = patience.with(() -> server.ask(call));
            if (!page.path("items").isArray()) {
                throw new CommandFailed(
                        Outcome.OUT_OF_REACH, server.address() + "/v1/documents does not answer as Lede does.");
            }
            page.path("items").forEach(item -> documents.put(item.path("path").asText(), remote(item)));
            var next = page.path("page").path("next").asText("");
            if (next.isEmpty()) {
                return new RemoteDocuments(documents);
            }
            query.put("cursor", next);
        }
        throw new CommandFailed(Outcome.OUT_OF_REACH, "The list of documents at " + server.address() + " has no end.");
    }

    private static Remote remote(JsonNode item) {
        return new Remote(item.path("hash").asText(), item.path("size").asLong());
    }
}
