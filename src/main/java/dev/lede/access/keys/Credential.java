package dev.lede.access.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.hash.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key as its owner has it: {@code lede_<id>_<secret>}.
 *
 * @param id 12 hexadecimal digits, no secret
 * @param secret 256 random bits in 64 hexadecimal digits
 */
record Credential(String id, String secret) {

    private static final Pattern FORM = Pattern.compile("lede_([0-9a-f]{12})_([0-9a-f]{64})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static Credential random() {
        return new Credential(hex(6), hex(32));
    }

    static Optional<Credential> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new Credential(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** SHA-256: slow hashes are for secrets that people choose, and 256 random bits cannot be guessed. */
    byte[] hash() {
        return Sha256.of(secret.getBytes(UTF_8));
    }

    /** The whole key. */
    String token() {
        return "lede_" + id + "_" + secret;
    }

    /** Without the secret, so that no log has it by accident. */
    @Override
    public String toString() {
        return "lede_" + id + "_…";
    }

    private static String hex(int octets) {
        var bytes = new byte[octets];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
