package dev.lede.change.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.util.List;
import java.util.Map;

/** Verifies messages as receivers do: by the library of those who specify Standard Webhooks, its tolerance in time included. */
final class StandardWebhook {

    private StandardWebhook() {}

    static boolean isValid(String secret, ReceiverServer.Message message) {
        var fields = Map.of(
                Webhook.UNBRANDED_MSG_ID_KEY, List.of(message.id()),
                Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, List.of(message.timestamp()),
                Webhook.UNBRANDED_MSG_SIGNATURE_KEY, List.of(message.signature()));
        try {
            new Webhook(secret).verify(message.body(), fields);
            return true;
        } catch (WebhookVerificationException invalid) {
            return false;
        }
    }
}
