package dev.lede.http.manners;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an exchange is known by, in its answer and in the log. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    /** Nothing that could break out of a line of the log, a header field or JSON. */
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._~:/+=@-]{1,128}");

    private static final char[] DIGITS = "0123456789abcdef".toCharArray();

    private RequestId() {}

    /** The client's own when it is well-formed, else a new one. */
    static String of(@Nullable String given) {
        if (given != null && WELL_FORMED.matcher(given).matches()) {
            return given;
        }
        // It need not be hard to guess, only never the same twice.
        var random = ThreadLocalRandom.current();
        var digits = new char[32];
        write(random.nextLong(), digits, 0);
        write(random.nextLong(), digits, 16);
        return new String(digits);
    }

    private static void write(long bits, char[] digits, int from) {
        for (int i = 0; i < 16; i++) {
            digits[from + i] = DIGITS[(int) (bits >>> (4 * i)) & 0xF];
        }
    }
}
