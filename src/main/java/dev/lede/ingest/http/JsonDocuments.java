package dev.lede.ingest.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.lede.document.Finding;
import dev.lede.http.body.JsonBodies;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .with(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
        this.writer = json.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
    }

    /** A document as {@code POST} takes it in JSON. */
    record JsonDocument(
            @JsonProperty("path") @Nullable String named,

            @JsonProperty("frontMatter") @JsonDeserialize(using = RepeatedKeys.class) @Nullable
            JsonNode frontMatter,

            @JsonProperty("body") @Nullable String body) {}

    /**
     * The same as the file it becomes.
     *
     * @param repeated warnings of keys that the front matter had more than once; the file has each once
     */
    record Written(Optional<String> path, byte[] bytes, List<Finding> repeated) {}

    /**
     * Reads a body.
     *
     * @throws ProblemException {@code malformed-json}, {@code invalid-body}, or {@code invalid-document} for what is no
     *     Unicode text
     */
    Written read(byte[] body) throws IOException {
        var repeated = new ArrayList<Finding>();
        var document = parsed(text(body), repeated);
        if (document == null || (document.frontMatter() == null && document.body() == null)) {
            throw invalid("", "A document has \"frontMatter\", an object, or \"body\", a text, or both.");
        }
        if (document.frontMatter() != null && !document.frontMatter().isObject()) {
            throw invalid("/frontMatter", "\"frontMatter\" must be an object.");
        }
        return new Written(Optional.ofNullable(document.named()), bytes(file(document)), List.copyOf(repeated));
    }

    private @Nullable JsonDocument parsed(String body, List<Finding> repeated) throws IOException {
        try {
            return RepeatedKeys.collecting(reader, repeated).readValue(body);
        } catch (JacksonException malformed) {
            throw JsonBodies.refusal(malformed);
        }
    }

    // The front matter, one line end, the body: as a file with JSON front matter is read.
    private String file(JsonDocument document) throws JsonProcessingException {
        var body = document.body() == null ? "" : document.body();
        return document.frontMatter() == null ? body : writer.writeValueAsString(document.frontMatter()) + "\n" + body;
    }

    // RFC 8259 §8.1: JSON that is exchanged is UTF-8.
    private static String text(byte[] body) {
        var bytes = ByteBuffer.wrap(body);
        var text = CharBuffer.allocate(body.length);
        var result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, text, true);
        if (result.isError()) {
            throw noText(text.flip().toString(), "The bytes here are not UTF-8.");
        }
        return text.flip().toString();
    }

    private static byte[] bytes(String file) {
        try {
            var encoded = StandardCharsets.UTF_8
                    .newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(file));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw noText(beforeLoneSurrogate(file), "A lone surrogate is half a character.");
        }
    }

    private static String beforeLoneSurrogate(String file) {
        var at = 0;
        while (at < file.length() && Character.getType(file.codePointAt(at)) != Character.SURROGATE) {
            at += Character.charCount(file.codePointAt(at));
        }
        return file.substring(0, at);
    }

    /** @param before the text up to what is wrong with it */
    private static ProblemException noText(String before, String detail) {
        var line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        var column = before.length() - before.lastIndexOf('\n');
        return new ProblemException(
                ProblemType.INVALID_DOCUMENT, detail, List.of(Violation.ofLine(line, column, detail)));
    }

    private static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(ProblemType.INVALID_BODY, detail, List.of(Violation.ofPointer(pointer, detail)));
    }
}
