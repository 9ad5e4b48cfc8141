package dev.lede.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong: what, where, and what would be right.
 *
 * @param detail what is wrong and what is allowed, as a sentence
 * @param parameter the query parameter or header field
 * @param pointer where in a JSON body, as an RFC 6901 pointer
 * @param line the line in a document, from 1
 * @param column the column in that line, from 1
 * @param key the front-matter key
 * @param value the offending value
 * @param hint what was probably meant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
        String detail,
        @Nullable String parameter,
        @Nullable String pointer,
        @Nullable Integer line,
        @Nullable Integer column,
        @Nullable String key,
        @Nullable String value,
        @Nullable String hint) {

    /** Of the request as a whole. */
    public static Violation of(String detail) {
        return new Violation(detail, null, null, null, null, null, null, null);
    }

    /** Of a query parameter or header field. */
    public static Violation ofParameter(String parameter, String detail) {
        return new Violation(detail, parameter, null, null, null, null, null, null);
    }

    /** Of a member of a JSON body, at an RFC 6901 pointer. */
    public static Violation ofPointer(String pointer, String detail) {
        return new Violation(detail, null, pointer, null, null, null, null, null);
    }

    /** Of a place in a body, both numbers from 1. */
    public static Violation ofLine(int line, int column, String detail) {
        return new Violation(detail, null, null, line, column, null, null, null);
    }

    /** The same, with the front-matter key. */
    public Violation withKey(@Nullable String named) {
        return new Violation(detail, parameter, pointer, line, column, named, value, hint);
    }

    /** The same, with the offending value. */
    public Violation withValue(@Nullable String offending) {
        return new Violation(detail, parameter, pointer, line, column, key, offending, hint);
    }

    /** The same, with what was probably meant. */
    public Violation withHint(@Nullable String meant) {
        return new Violation(detail, parameter, pointer, line, column, key, value, meant);
    }
}
