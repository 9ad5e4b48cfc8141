package dev.lede.document.mistake;

import org.jspecify.annotations.Nullable;

/**
 * Why front matter cannot be parsed.
 *
 * @param line counted from 1, where the front matter's content begins
 * @param column counted from 1, in characters
 * @param key of that line, where it matters
 * @param value of that key as written; then {@code what} goes on from it: {@code "A: b" holds ": "}
 * @param what a sentence part
 * @param hint what to write instead
 */
public record Mistake(
        int line,
        int column,
        @Nullable String key,
        @Nullable String value,
        String what,
        @Nullable String hint) {

    static Mistake at(int line, int column, String what, @Nullable String hint) {
        return new Mistake(line, column, null, null, what, hint);
    }

    /** About a key and its value. */
    static Mistake in(SourceLine line, int column, String what, @Nullable String hint) {
        return new Mistake(line.number(), column, line.key(), line.value(), what, hint);
    }
}
