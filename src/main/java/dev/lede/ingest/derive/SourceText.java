package dev.lede.ingest.derive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.document.Document;
import dev.lede.document.Finding;
import dev.lede.document.Finding.Severity;
import org.jspecify.annotations.Nullable;

/** The file of a document, in which what it names is found again to tell where that stands. */
record SourceText(Document document, byte[] bytes) {

    /** A warning about a value of the front matter, which is the subject of {@code what}. */
    Finding inFrontMatter(String value, String what, @Nullable String hint) {
        var frontMatter = new String(bytes, 0, document.bodyOffset(), UTF_8);
        return warning(spot(frontMatter, value, 1), value, what, hint);
    }

    /** A warning about something that the body names. */
    Finding inBody(String value, String what, @Nullable String hint) {
        return warning(spot(document.body(), value, document.bodyLine()), value, what, hint);
    }

    /** Line and column, counted from 1. */
    private record Spot(int line, int column) {}

    private static @Nullable Spot spot(String text, String value, int firstLine) {
        var at = text.indexOf(value);
        if (at < 0) {
            return null;
        }
        var before = text.substring(0, at);
        var line = (int) before.chars().filter(c -> c == '\n').count();
        return new Spot(firstLine + line, before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1);
    }

    private static Finding warning(@Nullable Spot spot, String value, String what, @Nullable String hint) {
        var sentence = "\"" + Finding.clip(value) + "\" " + what;
        return spot == null
                ? new Finding(Severity.WARNING, sentence, null, null, null, value, hint)
                : new Finding(
                        Severity.WARNING,
                        "line " + spot.line() + ": " + sentence,
                        spot.line(),
                        spot.column(),
                        null,
                        value,
                        hint);
    }
}
