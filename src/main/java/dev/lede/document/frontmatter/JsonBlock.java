package dev.lede.document.frontmatter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.lede.document.mistake.JsonMistakes;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads JSON front matter. Thread-safe. */
final class JsonBlock {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(FrontMatter.MOST_LEVELS)
                    .build())
            .build();

    private final Position start;
    private final Findings findings;

    private JsonBlock(Position start, Findings findings) {
        this.start = start;
        this.findings = findings;
    }

    static @Nullable Value read(String content, Position start, Findings findings) {
        try (JsonParser parser = FACTORY.createParser(content)) {
            return new JsonBlock(start, findings).read(parser);
        } catch (IOException e) {
            findings.error(start, "no JSON: " + e.getMessage());
        }
        return null;
    }

    private @Nullable Value read(JsonParser parser) throws IOException {
        try {
            parser.nextToken();
            return value(parser);
        } catch (JsonProcessingException e) {
            // What is past a limit has no location of its own.
            JsonLocation at = Objects.requireNonNullElseGet(e.getLocation(), parser::currentLocation);
            String message = String.valueOf(e.getOriginalMessage());
            findings.error(start, JsonMistakes.of(message, at.getLineNr(), at.getColumnNr()));
            return null;
        }
    }

    private Value value(JsonParser parser) throws IOException {
        var location = parser.currentTokenLocation();
        Position at = start.shift(location.getLineNr(), location.getColumnNr());
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(parser, at);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Value> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new Value.Sequence(items, at);
        }
        return new Value.Scalar(scalar(parser), token == JsonToken.VALUE_NULL ? "" : parser.getText(), at);
    }

    private Value mapping(JsonParser parser, Position at) throws IOException {
        Entries entries = new Entries(findings);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var location = parser.currentTokenLocation();
            Position keyAt = start.shift(location.getLineNr(), location.getColumnNr());
            String key = parser.currentName();
            parser.nextToken();
            entries.add(new Value.Entry(key, value(parser), keyAt));
        }
        return new Value.Mapping(entries.list(), at);
    }

    private static @Nullable Object scalar(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> Value.Scalar.narrow(new BigInteger(parser.getText()));
            case VALUE_NUMBER_FLOAT -> Value.Scalar.finite(parser.getDoubleValue(), parser.getText());
            default -> null;
        };
    }
}
