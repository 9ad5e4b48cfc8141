package dev.lede.thumbnail.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer other than a picture means. */
final class Statuses {

    static final int OK = 200;

    /** RFC 9110 §15.4: where the picture is instead; the other 3xx lead nowhere. */
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** Too slow, too early, too often: RFC 9110 §15.5.9, RFC 8470 §5.2, RFC 6585 §4. All of 5xx may pass as well. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

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
        var pause = retryAfter == null ? null : pause(retryAfter.strip(), now);
        if (pause == null && (status == 429 || status == 503)) {
            pause = USUAL_PAUSE;
        }
        return FetchFailedException.forNow(reason).after(pause);
    }

    /** RFC 9110 §10.2.3: seconds or a date. */
    private static @Nullable Duration pause(String text, Instant now) {
        if (text.matches("\\d+")) {
            return text.length() > 9 ? LONGEST_PAUSE : bounded(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return bounded(Duration.between(now, date));
        } catch (DateTimeException | ArithmeticException noDate) {
            return null;
        }
    }

    private static Duration bounded(Duration pause) {
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
