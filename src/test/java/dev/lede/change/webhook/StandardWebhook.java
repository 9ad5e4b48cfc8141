package dev.lede.change.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies messages as the specification of Standard Webhooks tells receivers to, and knows nothing of how they are
 * signed here.
 */
final class StandardWebhook {

    private static final long TOLERANCE_SECONDS = 300;

    private StandardWebhook() {}

    static boolean isValid(String secret, ReceiverServer.Message message) throws GeneralSecurityException {
        var age = Instant.now().getEpochSecond() - Long.parseLong(message.timestamp());
        if (Math.abs(age) > TOLERANCE_SECONDS || !secret.startsWith("whsec_")) {
            return false;
        }
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        mac.update(String.join(".", message.id(), message.timestamp(), message.body())
                .getBytes(UTF_8));
        var expected = mac.doFinal();
        // Several signatures may stand there, with a blank between them; those of other versions are passed over.
        return List.of(message.signature().split(" ", -1)).stream()
                .filter(signature -> signature.startsWith("v1,"))
                .map(signature -> Base64.getDecoder().decode(signature.substring(3)))
                .anyMatch(signature -> MessageDigest.isEqual(signature, expected));
    }
}
