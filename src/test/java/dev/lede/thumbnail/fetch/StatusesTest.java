package dev.lede.thumbnail.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 300, 304, 400, 401, 402, 403, 404, 405, 406, 410, 418, 451, 999})
    void mostAreForGood(int status) {
        var failure = Statuses.failure(status, "30", NOW);
        assertThat(failure.retry()).isFalse();
        assertThat(failure.after()).isNull();
        assertThat(failure.reason()).isEqualTo("The host answered with status " + status + " instead of a picture.");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 522})
    void someMayPass(int status) {
        var failure = Statuses.failure(status, "30", NOW);
        assertThat(failure.retry()).isTrue();
        assertThat(failure.after()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                " 0 | PT0S",
                "86400 | PT24H",
                "86401 | PT24H",
                "99999999999999999999 | PT24H",
                "Wed, 25 Nov 2026 10:05:00 GMT | PT5M",
                "Wed, 25 Nov 2026 09:00:00 GMT | PT0S",
                "Fri, 25 Nov 2050 10:00:00 GMT | PT24H"
            })
    void theOriginSaysHowLong(String retryAfter, Duration pause) {
        assertThat(Statuses.failure(500, retryAfter, NOW).after()).isEqualTo(pause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "2026-11-25", "Mon, 25 Nov 2026 10:05:00 GMT"})
    void whatItMeansByAnythingElseIsNotGuessed(String retryAfter) {
        assertThat(Statuses.failure(500, retryAfter, NOW).after()).isNull();
    }

    @Test
    void whoIsAskedTooMuchGetsAMinuteEvenWithoutAskingForIt() {
        assertThat(Statuses.failure(429, null, NOW).after()).isEqualTo(Duration.ofMinutes(1));
        assertThat(Statuses.failure(503, "soon", NOW).after()).isEqualTo(Duration.ofMinutes(1));
        assertThat(Statuses.failure(502, null, NOW).after()).isNull();
    }
}
