package dev.lede.article.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lede.database.Sql;
import java.util.regex.Pattern;

/** Equality on a value of the front matter, or membership where it is a list. */
final class ParamFilter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    // Numbers that a document may well hold; longer digits are taken as text, as is everything else.
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,29})(\\.[0-9]{1,30})?");
    private static final Pattern QUOTED = Pattern.compile("\".*\"", Pattern.DOTALL);

    private ParamFilter() {}

    /** @param path keys from the outermost to the innermost, joined by dots */
    static Sql of(String path, String value) {
        var json = typed(value);
        var list = JsonNodeFactory.instance.arrayNode().add(json);
        // Containment is what the index answers.
        return Sql.of(
                "(a.params @> ?::jsonb or a.params @> ?::jsonb)",
                nested(path, json).toString(),
                nested(path, list).toString());
    }

    private static JsonNode nested(String path, JsonNode value) {
        var keys = path.split("\\.", -1);
        var node = value;
        for (var i = keys.length - 1; i >= 0; i--) {
            node = JsonNodeFactory.instance.objectNode().set(keys[i], node);
        }
        return node;
    }

    private static JsonNode typed(String value) {
        if (value.equals("true")
                || value.equals("false")
                || value.equals("null")
                || NUMBER.matcher(value).matches()) {
            return parsed(value);
        }
        return QUOTED.matcher(value).matches() && parsed(value).isTextual()
                ? parsed(value)
                : JsonNodeFactory.instance.textNode(value);
    }

    private static JsonNode parsed(String value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException noJson) {
            return JsonNodeFactory.instance.nullNode();
        }
    }
}
