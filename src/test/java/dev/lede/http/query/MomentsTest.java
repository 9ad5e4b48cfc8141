package dev.lede.http.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-03-01,                          2026-02-28T23:00:00Z",
        "2026-07-01,                          2026-06-30T22:00:00Z",
        "2026-03-01T10:00:00Z,                2026-03-01T10:00:00Z",
        "2026-03-01t10:00:00z,                2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00+02:00,           2026-03-01T08:00:00Z",
        "2026-03-01T10:00:00 02:00,           2026-03-01T08:00:00Z",
        "2026-03-01T10:00:00-05:30,           2026-03-01T15:30:00Z",
        "2026-03-01T10:00:00.123456789Z,      2026-03-01T10:00:00.123456789Z"
    })
    void areRead(String text, Instant expected) {
        assertThat(Moments.parse(text, BERLIN)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026",
                "2026-03",
                "2026-02-30",
                "2026-13-01",
                "26-03-01",
                "20260301",
                "2026-03-01T10:00Z",
                "2026-03-01T10:00:00",
                "2026-03-01 10:00:00Z",
                "2026-03-01T25:00:00Z",
                "2026-03-01T10:00:00+25:00",
                "2026-03-01T10:00:00.Z",
                "+2026-03-01",
                "٢٠٢٦-03-01",
                "1767225600"
            })
    void areRefused(String text) {
        assertThat(Moments.parse(text, BERLIN)).isEmpty();
    }
}
