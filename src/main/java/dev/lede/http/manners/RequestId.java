package dev.lede.http.manners;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an exchange is known by, in its answer and in the log. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    /** Nothing that could break out of a line of the log, a header field or JSON. */
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._~:/+=@-]{1,128}");

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);

    private RequestId() {}

    /** The client's own when it is well-formed, else a new one. */
    static String of(@Nullable String given) {
        return given != null && isWellFormed(given) ? given : new String(made(), US_ASCII);
    }

    /** Writes the same. */
    static void write(ByteBuf out, @Nullable String given) {
        if (given != null && isWellFormed(given)) {
            out.writeCharSequence(given, US_ASCII);
        } else {
            out.writeBytes(made());
        }
    }

    private static boolean isWellFormed(String given) {
        return WELL_FORMED.matcher(given).matches();
    }

    private static byte[] made() {
        // It need not be hard to guess, only never the same twice.
        var random = ThreadLocalRandom.current();
        var digits = new byte[32];
        write(random.nextLong(), digits, 0);
        write(random.nextLong(), digits, 16);
        return digits;
    }

    private static void write(long bits, byte[] digits, int from) {
        for (int i = 0; i < 16; i++) {
            digits[from + i] = DIGITS[(int) (bits >>> (4 * i)) & 0xF];
        }
    }
}
