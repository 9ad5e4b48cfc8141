package dev.lede.change.webhook.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one try went.
 *
 * @param status that was answered; null when nothing was
 * @param error in a sentence, when it failed
 * @param retryAfter how long the receiver wants to be left alone
 */
public record Attempt(
        long latencyMillis,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable Duration retryAfter) {

    private static final int GONE = 410;

    /** Whether the receiver has it. */
    public boolean isDelivered() {
        return error == null;
    }

    /** Whether the receiver wants no more of it. */
    boolean isUnsubscribed() {
        return status != null && status == GONE;
    }
}
