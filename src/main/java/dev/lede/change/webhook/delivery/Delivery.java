package dev.lede.change.webhook.delivery;

/**
 * A message that a node has taken to send.
 *
 * @param attempt from 1
 * @param failures before this attempt, since its webhook was switched on
 * @param payload JSON
 * @param sentBy by {@link System#nanoTime}: sent later, it could be on its way still when another node takes it
 */
record Delivery(long id, String webhookId, Receiver receiver, int attempt, int failures, String payload, long sentBy) {

    /** By which its receiver knows it again. */
    String messageId() {
        return "msg_" + id;
    }

    /** Whether it is too late to send it, at this moment of {@link System#nanoTime}. */
    boolean isTooLate(long nanos) {
        return nanos - sentBy > 0;
    }
}
