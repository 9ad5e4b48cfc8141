package dev.lede.document;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or looks wrong, about a document.
 *
 * @param severity an error means that there is no document
 * @param detail a whole sentence part for people, position included: {@code line 4, key "date": "2023-02-30" is no calendar date}
 * @param line counted from 1 at the beginning of the file
 * @param column counted from 1, in characters
 * @param key the front-matter key as written
 * @param value the offending value as written, clipped to about 100 characters
 * @param hint what to write instead
 */
public record Finding(
        Severity severity,
        String detail,
        @Nullable Integer line,
        @Nullable Integer column,
        @Nullable String key,
        @Nullable String value,
        @Nullable String hint) {

    /** Whether the document can be used in spite of the finding. */
    public enum Severity {
        ERROR,
        WARNING
    }

    private static final int LONGEST_VALUE = 100;

    public Finding {
        value = value == null ? null : clip(value);
    }

    /** A warning about the document as a whole. */
    public static Finding warning(String detail) {
        return new Finding(Severity.WARNING, detail, null, null, null, null, null);
    }

    /** An error about the document as a whole. */
    public static Finding error(String detail) {
        return new Finding(Severity.ERROR, detail, null, null, null, null, null);
    }

    /** Whether there is no document because of this. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The value shortened to 100 characters, never inside a surrogate pair. */
    public static String clip(String value) {
        if (value.length() <= LONGEST_VALUE) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return value.substring(0, end) + "…";
    }
}
