package dev.lede.thumbnail.fetch;

import dev.lede.http.outbound.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer other than a picture means. */
final class Statuses {

    static final int OK = 200;

    /** RFC 9110 §15.4: where the picture is instead; the other 3xx lead nowhere. */
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** Too slow, too early, too often: RFC 9110 §15.5.9, RFC 8470 §5.2, RFC 6585 §4. All of 5xx may pass as well. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    /** What a host gets that asks for a pause and does not say how long. */
    private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);

    private Statuses() {}

    static boolean isRedirect(int status) {
        return REDIRECTS.contains(status);
    }

    /** @param retryAfter the field of that name, if there is one */
    static FetchFailedException failure(int status, @Nullable String retryAfter, Instant now) {
        var reason = "The host answered with status " + status + " instead of a picture.";
        if (!PASSING.contains(status) && status / 100 != 5) {
            return FetchFailedException.forGood(reason);
        }
        var pause = RetryAfter.of(retryAfter, now);
        if (pause == null && (status == 429 || status == 503)) {
            pause = USUAL_PAUSE;
        }
        return FetchFailedException.forNow(reason).after(pause);
    }
}
