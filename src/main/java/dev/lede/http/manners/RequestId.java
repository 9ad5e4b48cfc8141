package dev.lede.http.manners;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an exchange is known by, in its answer and in the log. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    /** Nothing that could break out of a line of the log, a header field or JSON. */
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._~:/+=@-]{1,128}");

    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestId() {}

    /** The client's own when it is well-formed, else a new one. */
    static String of(@Nullable String given) {
        if (given != null && WELL_FORMED.matcher(given).matches()) {
            return given;
        }
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
