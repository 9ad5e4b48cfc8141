package dev.lede.access.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.access.AccessConfig;
import dev.lede.hash.Sha256;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Optional;

/** The admin key that the configuration names. It is valid for as long as it stands there, and never stored. */
@Singleton
final class AdminKey {

    /** What stands for it where stored keys have their ids, none of which is a word. */
    static final String ID = "configured";

    private static final int SHORTEST = 16;

    private final Optional<byte[]> hash;

    AdminKey(AccessConfig config) {
        var configured = config.adminKey();
        configured.filter(key -> key.codePointCount(0, key.length()) < SHORTEST).ifPresent(key -> {
            throw new IllegalStateException("The configured lede.admin-key (LEDE_ADMIN_KEY) is shorter than " + SHORTEST
                    + " characters and could be guessed. Choose a longer one, or none: then one is made.");
        });
        this.hash = configured.map(key -> Sha256.of(key.strip().getBytes(UTF_8)));
    }

    boolean isConfigured() {
        return hash.isPresent();
    }

    /** @param token as the header field has it, one character for each byte */
    boolean is(String token) {
        return hash.map(expected -> MessageDigest.isEqual(expected, Sha256.of(token.getBytes(ISO_8859_1))))
                .orElse(false);
    }
}
