package dev.lede.cli.key;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lede.cli.Connection;
import dev.lede.cli.Running;
import dev.lede.cli.console.Printable;
import dev.lede.cli.console.Terminal;
import dev.lede.cli.http.Json;
import dev.lede.cli.http.Server.Call;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.outcome.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lede key list}. */
@Command(name = "list", description = "Lists the keys: who may what, until when, and when each was last used.")
final class KeyList implements Callable<Integer> {

    private static final String AT_ONCE = "100";
    private static final int MOST_PAGES = 1_000;
    private static final List<String> COLUMNS = List.of("id", "role", "name", "createdAt", "expiresAt", "lastUsedAt");

    @Mixin
    Connection connection = new Connection();

    @Option(names = "--json", description = "A JSON object on a line for each key.")
    boolean json;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        return Running.of(Objects.requireNonNull(spec), this::run);
    }

    private Outcome run(Terminal terminal) throws CommandFailed, InterruptedException {
        var keys = keys();
        if (json) {
            keys.forEach(key -> terminal.result(Json.line(key)));
            return Outcome.DONE;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("ID", "ROLE", "NAME", "CREATED", "EXPIRES", "LAST USED"));
        for (var key : keys) {
            rows.add(COLUMNS.stream()
                    .map(column -> Printable.of(key.path(column).asText("-")))
                    .toList());
        }
        rows.forEach(row -> terminal.result(aligned(row, rows)));
        return Outcome.DONE;
    }

    private List<JsonNode> keys() throws CommandFailed, InterruptedException {
        var server = connection.server();
        var keys = new ArrayList<JsonNode>();
        var query = new LinkedHashMap<>(Map.of("limit", AT_ONCE));
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var page = server.ask(new Call("GET", "/v1/keys").with(Map.copyOf(query)));
            page.path("items").forEach(keys::add);
            var next = page.path("page").path("next").asText("");
            if (next.isEmpty()) {
                break;
            }
            query.put("cursor", next);
        }
        return keys;
    }

    private static String aligned(List<String> row, List<List<String>> rows) {
        var line = new StringBuilder();
        for (int at = 0; at < row.size(); at++) {
            var column = at;
            var width = rows.stream()
                    .mapToInt(other -> width(other.get(column)))
                    .max()
                    .orElse(0);
            line.append(row.get(at)).append(" ".repeat(width - width(row.get(at)) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
