package dev.lede.ingest.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lede.http.body.JsonBodies;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents that come as JSON objects, and are kept as documents with JSON front matter. Thread-safe. */
@ApplicationScoped
class JsonDocuments {

    private final ObjectReader reader;
    private final ObjectWriter writer;

    JsonDocuments(ObjectMapper json) {
        // Numbers are kept as they are written.
        this.reader = json.readerFor(JsonDocument.class)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .with(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
        this.writer = json.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
    }

    /** A document as {@code POST} takes it in JSON. */
    record JsonDocument(
            @JsonProperty("path") @Nullable String named,
            @JsonProperty("frontMatter") @Nullable ObjectNode frontMatter,
            @JsonProperty("body") @Nullable String body) {}

    /** The same as the file it becomes. */
    record Written(Optional<String> path, byte[] bytes) {}

    /**
     * Reads a body.
     *
     * @throws ProblemException {@code malformed-json}, {@code invalid-body}
     */
    Written read(byte[] body) throws IOException {
        var document = parsed(body);
        if (document == null || (document.frontMatter() == null && document.body() == null)) {
            throw new ProblemException(
                    ProblemType.INVALID_BODY,
                    "A document has \"frontMatter\", an object, or \"body\", a text, or both.",
                    List.of(Violation.ofPointer("", "Neither \"frontMatter\" nor \"body\" is there.")));
        }
        return new Written(Optional.ofNullable(document.named()), file(document).getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable JsonDocument parsed(byte[] body) throws IOException {
        try {
            return reader.readValue(body);
        } catch (JacksonException malformed) {
            throw JsonBodies.refusal(malformed);
        }
    }

    // The front matter, one line end, the body: as a file with JSON front matter is read.
    private String file(JsonDocument document) throws JsonProcessingException {
        var body = document.body() == null ? "" : document.body();
        return document.frontMatter() == null ? body : writer.writeValueAsString(document.frontMatter()) + "\n" + body;
    }
}
