package dev.lede.change.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one webhook was told, or is to be told, of one article.
 *
 * @param id the {@code webhook-id} that it is sent with
 * @param seq to be told again what came behind it
 * @param article its id
 * @param nextAttemptAt of a pending one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        String id,
        String seq,
        String type,
        String article,
        String status,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        List<AttemptView> attempts) {

    /**
     * One try.
     *
     * @param status that was answered
     * @param error in a sentence, when it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttemptView(
            int number,
            Instant at,
            long latencyMillis,
            @Nullable Integer status,
            @Nullable String error) {}
}
