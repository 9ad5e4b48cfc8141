package dev.lede.ingest.spool.archive;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * What of the records before a file decides how it is read. POSIX.1-2017, pax, "pax Extended Header": {@code "%d %s=%s\n"}
 * with the length of all of it, the keyword and the value.
 *
 * @param size of the file in bytes, where the records say so
 */
record PaxRecords(boolean hasName, OptionalLong size) {

    static final PaxRecords NONE = new PaxRecords(false, OptionalLong.empty());

    /**
     * Reads records as far as they are well-formed.
     *
     * @param length how many of the bytes are records
     */
    static PaxRecords of(byte[] bytes, int length) {
        var hasName = false;
        var size = OptionalLong.empty();
        int at = 0;
        for (int end = end(bytes, at, length); end > at; end = end(bytes, at, length)) {
            var record = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
            var keyword =
                    record.substring(record.indexOf(' ') + 1, Math.max(record.indexOf(' ') + 1, record.indexOf('=')));
            hasName |= keyword.equals("path") || keyword.equals("GNU.sparse.name");
            if (keyword.equals("size")) {
                size = number(record.substring(record.indexOf('=') + 1).strip());
            }
            at = end;
        }
        return new PaxRecords(hasName, size);
    }

    /** Where the record that begins here ends; not behind its beginning when there is none. */
    private static int end(byte[] bytes, int at, int length) {
        int size = 0;
        int digit = at;
        for (; digit < length && bytes[digit] >= '0' && bytes[digit] <= '9' && size <= length; digit++) {
            size = 10 * size + bytes[digit] - '0';
        }
        var isRecord = digit > at && digit < length && bytes[digit] == ' ' && size > digit - at && size <= length - at;
        return isRecord ? at + size : at;
    }

    private static OptionalLong number(String text) {
        try {
            return OptionalLong.of(Math.max(0, Long.parseLong(text)));
        } catch (NumberFormatException noNumber) {
            // Whoever reads the tar says so.
            return OptionalLong.empty();
        }
    }
}
