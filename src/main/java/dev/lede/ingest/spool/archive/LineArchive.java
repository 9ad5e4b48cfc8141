package dev.lede.ingest.spool.archive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.ingest.spool.SpoolWriter;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * A JSON object for each line: {@code path}, {@code content} and, for what is no text, {@code "encoding": "base64"}. Lines
 * without anything are passed over.
 */
public final class LineArchive implements Archive {

    private static final Set<String> MEMBERS = Set.of("path", "content", "encoding");

    private final int longest;
    private final ObjectMapper json;

    /** @param longest how many bytes a line may have */
    public LineArchive(int longest) {
        this.longest = longest;
        this.json = new ObjectMapper(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxStringLength(longest)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    public void read(InputStream upload, SpoolWriter into) throws IOException {
        var in = new BufferedInputStream(upload, 1 << 16);
        var line = new ByteArrayOutputStream();
        int number = 0;
        for (boolean more = true; more; ) {
            number++;
            line.reset();
            long length = 0;
            int next = in.read();
            for (; next >= 0 && next != '\n'; next = in.read()) {
                if (++length <= longest) {
                    line.write(next);
                }
            }
            more = next >= 0;
            if (length > longest) {
                into.refuse("line " + number, String.format(Locale.ROOT, "A line may have %,d bytes.", longest));
            } else {
                read(line.toByteArray(), number, into);
            }
        }
    }

    private void read(byte[] line, int number, SpoolWriter into) throws IOException {
        if (new String(line, StandardCharsets.ISO_8859_1).isBlank()) {
            return;
        }
        var name = "line " + number;
        JsonNode object;
        try {
            object = json.readTree(line);
        } catch (JacksonException malformed) {
            into.refuse(name, "Line " + number + " is not well-formed JSON: " + malformed.getOriginalMessage() + ".");
            return;
        }
        if (!isFile(object)) {
            into.refuse(
                    name,
                    "Line " + number + " must be an object with the texts \"path\" and \"content\" and, at most,"
                            + " \"encoding\": \"base64\".");
            return;
        }
        try {
            var content = object.path("content").textValue();
            into.add(
                    object.path("path").textValue(),
                    new ByteArrayInputStream(
                            object.has("encoding") ? Base64.getMimeDecoder().decode(content) : utf8(content)));
        } catch (IllegalArgumentException | CharacterCodingException undecodable) {
            into.refuse(
                    object.path("path").textValue(),
                    "Line " + number + ": \"content\" is neither text nor, where it says so, base64.");
        }
    }

    private static boolean isFile(JsonNode object) {
        if (!object.isObject()
                || !object.path("path").isTextual()
                || !object.path("content").isTextual()) {
            return false;
        }
        for (var names = object.fieldNames(); names.hasNext(); ) {
            if (!MEMBERS.contains(names.next())) {
                return false;
            }
        }
        return !object.has("encoding") || object.path("encoding").asText().equals("base64");
    }

    // A lone surrogate is half a character, and no text.
    private static byte[] utf8(String content) throws CharacterCodingException {
        var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(content));
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }
}
