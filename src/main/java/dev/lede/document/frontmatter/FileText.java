package dev.lede.document.frontmatter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.document.mistake.FileKind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bytes of a file as text: UTF-8 without NUL. */
final class FileText {
    private static final String SAVE = "save it as text in UTF-8";

    private FileText() {}

    static @Nullable String decode(byte[] bytes, Findings findings) {
        String kind = FileKind.of(bytes);
        if (kind != null) {
            findings.error(new Position(1, 1), "the file is " + kind, SAVE);
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            findings.error(
                    Position.in(text, text.length()),
                    "the bytes " + hex(bytes, in.position(), result.length()) + " are not UTF-8",
                    SAVE);
            return null;
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            findings.error(Position.in(text, nul), "the byte 00 (NUL) is no text", SAVE);
            return null;
        }
        return text;
    }

    private static String hex(byte[] bytes, int at, int length) {
        StringBuilder hex = new StringBuilder();
        for (int i = at; i < at + length; i++) {
            hex.append(hex.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%02X", bytes[i]));
        }
        return hex.toString();
    }

    /** Refuses what escapes can bring into text and no database or JSON reader takes: NUL and lone surrogates. */
    static void refuse(Value value, Findings findings) {
        if (value instanceof Value.Mapping mapping) {
            for (Value.Entry entry : mapping.entries()) {
                refuse(entry.key(), entry.at(), findings);
                refuse(entry.value(), findings);
            }
        } else if (value instanceof Value.Sequence sequence) {
            sequence.items().forEach(item -> refuse(item, findings));
        } else if (value instanceof Value.Scalar scalar && scalar.value() instanceof String text) {
            refuse(text, scalar.at(), findings);
        }
    }

    private static void refuse(String text, Position at, Findings findings) {
        if (text.indexOf('\0') >= 0) {
            findings.error(at, "the escape \\u0000 is no text");
        }
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            findings.error(at, "half of a surrogate pair is no text");
        }
    }
}
