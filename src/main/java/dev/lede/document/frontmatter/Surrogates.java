package dev.lede.document.frontmatter;

/** Finds what escapes can bring into text and no database or JSON reader takes: NUL and lone surrogates. */
final class Surrogates {
    private Surrogates() {}

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
