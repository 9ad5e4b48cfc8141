package dev.lede.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code Authorization: Bearer <key>}, RFC 6750 §2.1. */
final class Bearer {

    private static final String SCHEME = "bearer ";

    private Bearer() {}

    /** The key in this header field; nothing when it was not sent or is of another scheme. */
    static Optional<String> token(@Nullable String header) {
        // RFC 9110 §11.1: the name of a scheme is compared without regard to case.
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var token = header.substring(SCHEME.length()).strip();
        return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }
}
