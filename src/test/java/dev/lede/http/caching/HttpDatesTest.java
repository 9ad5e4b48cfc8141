package dev.lede.http.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDatesTest {

    @Test
    void writeDaysWithTwoDigits() {
        var moment = Instant.parse("2026-06-03T04:05:06.789Z");
        assertThat(HttpDates.format(moment)).isEqualTo("Wed, 03 Jun 2026 04:05:06 GMT");
    }

    @Test
    void readWhatTheyWrite() {
        var moment = Instant.parse("2026-11-30T23:59:59Z");
        assertThat(HttpDates.parse(HttpDates.format(moment))).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-06-03T04:05:06Z", "Thu, 03 Jun 2026 04:05:06 GMT", "0"})
    void readNothingElse(String text) {
        assertThat(HttpDates.parse(text)).isEmpty();
    }
}
