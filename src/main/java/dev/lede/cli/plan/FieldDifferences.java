package dev.lede.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lede.cli.console.Printable;
import dev.lede.cli.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** How one article would differ from itself, as lines. */
final class FieldDifferences {

    private static final int LONGEST = 80;

    private static final List<String> FIELDS = List.of(
            "title",
            "linkTitle",
            "description",
            "slug",
            "url",
            "lang",
            "kind",
            "section",
            "status",
            "date",
            "publishDate",
            "lastmod",
            "expiryDate",
            "authors",
            "keywords",
            "tags",
            "categories",
            "summary",
            "thumbnail",
            "weight",
            "aliases");

    private FieldDifferences() {}

    /** {@code title: "Old" -> "New"} and the like; nothing when no reader would see a difference. */
    static List<String> between(JsonNode now, JsonNode then) {
        var lines = new ArrayList<String>();
        for (var field : FIELDS) {
            compare(field, shown(now.path(field)), shown(then.path(field)), lines);
        }
        params("params", now.path("params"), then.path("params"), lines);
        if (!now.path("body").path("html").equals(then.path("body").path("html"))) {
            lines.add("body: changed (" + words(now) + " -> " + words(then) + " words)");
        }
        return lines;
    }

    private static void compare(String name, JsonNode now, JsonNode then, List<String> lines) {
        if (!now.equals(then)) {
            lines.add(name + ": " + text(now) + " -> " + text(then));
        }
    }

    private static void params(String name, JsonNode now, JsonNode then, List<String> lines) {
        if (isTree(now) && isTree(then)) {
            var keys = new TreeSet<String>();
            now.fieldNames().forEachRemaining(keys::add);
            then.fieldNames().forEachRemaining(keys::add);
            for (var key : keys) {
                params(name + "." + key, now.path(key), then.path(key), lines);
            }
        } else {
            compare(name, now, then, lines);
        }
    }

    private static boolean isTree(JsonNode value) {
        return value.isObject() || value.isMissingNode();
    }

    /** Of terms the names, of a picture where it is from: the rest follows from these. */
    private static JsonNode shown(JsonNode value) {
        if (value.isArray() && value.path(0).has("name")) {
            var names = JsonNodeFactory.instance.arrayNode();
            value.forEach(term -> names.add(term.path("name")));
            return names;
        }
        return value.has("src") ? value.path("src") : value;
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode()) {
            return "none";
        }
        var text = Printable.of(Json.line(value));
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static String words(JsonNode article) {
        return article.path("wordCount").asText("?");
    }
}
