package dev.lede.ingest.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lede.document.Finding;
import java.io.IOException;
import java.util.List;

/**
 * Reads the front matter of a JSON body as that of any document is read: of equal keys the last one counts, with a
 * warning. Everywhere else in JSON a member that stands twice is refused.
 */
final class RepeatedKeys extends JsonNodeDeserializer {

    private static final long serialVersionUID = 1;

    // As many as are told of any document.
    private static final int MOST = 100;

    /** The same reader, which adds to the list what it finds. */
    static ObjectReader collecting(ObjectReader reader, List<Finding> found) {
        return reader.withAttribute(RepeatedKeys.class, found);
    }

    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        // From here inwards: the members around the front matter keep the detection that they began with.
        parser.disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        return super.deserialize(parser, context);
    }

    @Override
    @SuppressWarnings("unchecked") // what collecting put there
    protected void _handleDuplicateField(
            JsonParser parser,
            DeserializationContext context,
            JsonNodeFactory factory,
            String key,
            ObjectNode map,
            JsonNode earlier,
            JsonNode later)
            throws IOException {
        var found = (List<Finding>) context.getAttribute(RepeatedKeys.class);
        if (found.size() < MOST) {
            var named = Finding.clip(key);
            var detail = "key \"" + named + "\": the key stands there more than once; the last one counts";
            found.add(new Finding(Finding.Severity.WARNING, detail, null, null, named, null, null));
        }
    }
}
