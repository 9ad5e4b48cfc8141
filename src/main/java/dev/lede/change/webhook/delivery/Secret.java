package dev.lede.change.webhook.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a webhook's deliveries are signed with, as Standard Webhooks has it
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md). Immutable.
 */
public final class Secret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    /** As many as the hash has; the specification asks for 24 to 64. */
    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key.clone();
    }

    /** A new one. */
    public static Secret random() {
        var key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new Secret(key);
    }

    /** From its bytes. */
    public static Secret of(byte[] key) {
        return new Secret(key);
    }

    /** Its bytes, to be stored and nothing else. */
    public byte[] bytes() {
        return key.clone();
    }

    /** As its owner is shown it, once. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The value of {@code webhook-signature}. */
    String signature(String id, long timestamp, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            var signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    /** Nothing, so that no log has it by accident. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
