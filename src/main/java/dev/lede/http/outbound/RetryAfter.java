package dev.lede.http.outbound;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long a server wants to be left alone, by its {@code Retry-After} (RFC 9110 §10.2.3): seconds or a date, a day at most. */
public final class RetryAfter {

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private RetryAfter() {}

    /** @return null when it is not there, or nothing of the kind */
    public static @Nullable Duration of(@Nullable String field, Instant now) {
        if (field == null) {
            return null;
        }
        var text = field.strip();
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
