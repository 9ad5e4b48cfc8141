package dev.lede.change.webhook.delivery;

import java.time.OffsetDateTime;

/**
 * A message that a node has taken to send.
 *
 * @param attempt from 1
 * @param payload JSON
 */
record Delivery(long id, String webhookId, Receiver receiver, int attempt, String payload, OffsetDateTime createdAt) {

    /** By which its receiver knows it again. */
    String messageId() {
        return "msg_" + id;
    }
}
