package dev.lede.ingest.spool.archive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.document.mistake.JsonMistakes;
import dev.lede.ingest.spool.SpoolWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A JSON object for each line: {@code path}, {@code content} and, for what is no text, {@code "encoding": "base64"}. Lines
 * without anything are passed over.
 */
public final class LineArchive implements Archive {

    private static final Set<String> MEMBERS = Set.of("path", "content", "encoding");

    private static final Pattern BREAKS = Pattern.compile("[ \\t\\r\\n]+");

    private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9+/=]");

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
        var lines = new Lines(upload, longest);
        for (int number = 1; !lines.isEnded(); number++) {
            long length = lines.next();
            if (length > longest) {
                into.refuse("line " + number, String.format(Locale.ROOT, "A line may have %,d bytes.", longest));
            } else {
                read(lines.line(), number, into);
            }
        }
    }

    private void read(byte[] line, int number, SpoolWriter into) throws IOException {
        if (isBlank(line)) {
            return;
        }
        var name = "line " + number;
        JsonNode object;
        try {
            object = json.readTree(line);
        } catch (JacksonException malformed) {
            // Where it stands, the number of the line tells.
            var mistake = JsonMistakes.of(String.valueOf(malformed.getOriginalMessage()), number, 1);
            into.refuse(name, "Line " + number + " is " + mistake.what() + ".");
            return;
        }
        if (!isFile(object)) {
            into.refuse(
                    name,
                    "Line " + number + " must be an object with the texts \"path\" and \"content\" and, at most,"
                            + " \"encoding\": \"base64\".");
            return;
        }
        var path = object.path("path").textValue();
        byte[] content;
        try {
            content = content(object);
        } catch (CharacterCodingException halved) {
            into.refuse(path, "Line " + number + ": \"content\" has half a character, a lone surrogate.");
            return;
        } catch (IllegalArgumentException undecodable) {
            into.refuse(
                    path,
                    "Line " + number + ": \"content\" is not the base64 that it says: " + undecodable.getMessage()
                            + ".");
            return;
        }
        into.add(path, new ByteArrayInputStream(content));
    }

    private static boolean isBlank(byte[] line) {
        int at = 0;
        while (at < line.length && line[at] >= 0 && Character.isWhitespace(line[at])) {
            at++;
        }
        return at == line.length;
    }

    private static byte[] content(JsonNode object) throws CharacterCodingException {
        var content = object.path("content").textValue();
        return object.has("encoding") ? base64(content) : utf8(content);
    }

    // RFC 2045 §6.8 breaks lines; whatever else is no base64 is a mistake, and not to be passed over.
    private static byte[] base64(String content) {
        var whole = BREAKS.matcher(content).replaceAll("");
        var strange = STRANGE.matcher(whole);
        if (strange.find()) {
            throw new IllegalArgumentException("\"" + strange.group() + "\" is none of its characters");
        }
        try {
            return Base64.getDecoder().decode(whole);
        } catch (IllegalArgumentException ending) {
            throw new IllegalArgumentException("it does not end as base64 does", ending);
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
