package dev.lede.cli.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lede.cli.http.Violation;
import java.util.List;

/**
 * What became of one file.
 *
 * @param json the line that says so
 */
public record Item(JsonNode json) {

    /** A file that could not even be sent. */
    public static Item unsent(String path, String reason) {
        var json = JsonNodeFactory.instance.objectNode().put("path", path).put("action", "failed");
        json.putArray("errors").addObject().put("detail", reason);
        return new Item(json);
    }

    /** Where Lede has it. */
    public String path() {
        return json.path("path").asText("");
    }

    /** {@code created}, {@code updated}, {@code unchanged}, {@code deleted} or {@code failed}. */
    public String action() {
        return json.path("action").asText("");
    }

    /** Of its article, or of the file itself; empty when it failed. */
    public String url() {
        return json.path("url").asText("");
    }

    /** Where a deleted document lives on; empty when it does not. */
    public String movedTo() {
        return json.path("movedTo").asText("");
    }

    /** Why it failed. */
    public List<Violation> errors() {
        return Violation.list(json.path("errors"));
    }

    /** What looks wrong. */
    public List<Violation> warnings() {
        return Violation.list(json.path("warnings"));
    }
}
