package dev.lede.change.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lede.change.webhook.delivery.WebhookFilter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as clients see it, and with {@code secret}, once, as the answer to making it does.
 *
 * @param reason why Lede itself switched it off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
        String id,
        String url,
        List<String> events,
        @Nullable WebhookFilter filter,
        boolean enabled,
        @Nullable String reason,
        @Nullable String secret,
        Instant createdAt) {

    WebhookView withSecret(String text) {
        return new WebhookView(id, url, events, filter, enabled, reason, text, createdAt);
    }

    /** Without the secret, so that no log has it by accident. */
    @Override
    public String toString() {
        return "WebhookView[" + id + "]";
    }
}
