package dev.lede.http.caching;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of an answer that a client asks for, RFC 9110 §14.
 *
 * @param first the first byte, counted from 0
 * @param last the last byte, which belongs to it
 * @param length of the whole
 */
record ByteRange(int first, int last, int length) {

    // RFC 9110 §14.1.2: int-range or suffix-range. A number of more digits is larger than anything here.
    private static final Pattern ONE =
            Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * Reads {@code Range}. What is not understood is ignored, and so are several ranges at once, as §14.2 allows.
     *
     * @throws ProblemException when the range lies outside of the answer
     */
    static Optional<ByteRange> parse(String header, int length) {
        var range = ONE.matcher(header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        var isSuffix = range.group(1).isEmpty();
        var until = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
        var from = isSuffix ? Math.max(0, length - until) : Long.parseLong(range.group(1));
        if (!isSuffix && from > until) {
            return Optional.empty();
        }
        if (from >= length) {
            throw new ProblemException(
                            ProblemType.RANGE_NOT_SATISFIABLE, "There are " + length + " bytes, counted from 0.")
                    .withHeader("Content-Range", "bytes */" + length);
        }
        var last = isSuffix ? length - 1 : Math.min(until, length - 1);
        return Optional.of(new ByteRange((int) from, (int) last, length));
    }

    /** The value of {@code Content-Range}. */
    String contentRange() {
        return "bytes " + first + "-" + last + "/" + length;
    }

    byte[] of(byte[] whole) {
        return Arrays.copyOfRange(whole, first, last + 1);
    }
}
