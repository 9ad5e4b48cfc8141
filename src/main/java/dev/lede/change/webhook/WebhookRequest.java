package dev.lede.change.webhook;

import dev.lede.change.webhook.delivery.WebhookFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a webhook is to be, as the client says it; {@link NewWebhook} checks it. What is left out stays, or is the usual. */
record WebhookRequest(
        @Nullable String url,
        @Nullable List<String> events,
        @Nullable WebhookFilter filter,
        @Nullable Boolean enabled) {}
