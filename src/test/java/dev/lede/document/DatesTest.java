package dev.lede.document;

import static dev.lede.document.Readings.fenced;
import static dev.lede.document.Readings.finding;
import static dev.lede.document.Readings.refusal;
import static dev.lede.document.Readings.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are dates, in which zone, and how one date fills another. */
class DatesTest {

    @Test
    void readsDatesInQuotesToo() {
        assertThat(yaml("date: \"2025-02-11 19:20:18\"").dates().date()).isEqualTo("2025-02-11T19:20:18Z");
        assertThat(yaml("date: ' 2025-02-11 '").dates().date()).isEqualTo("2025-02-11T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-1-2",
                "2024-01-02T03:04",
                "2024-01-02T03:04Z",
                "2024-01-02 03:04",
                "1.5",
                "01/02/2024",
                "'02-01-2024'",
                "'Tue, 2 Jan 2024 03:04:05 GMT'",
                "2 Jan 2024",
                "tomorrow",
                "2024-01",
                "'2024'",
                "2024/01/02",
                "true",
                "[2024-01-02]",
                "{a: 2024-01-02}",
                "2024-01-02T03:04:05 CET",
                "'20240102T030405Z'",
                "2024年1月2日",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void refusesWhatIsInNoForm(String written) {
        for (String key :
                List.of("date", "publishDate", "pubdate", "lastmod", "modified", "expiryDate", "unpublishdate")) {
            Finding finding = refusal(fenced("title: A", key + ": " + written));
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.column()).isEqualTo(key.length() + 3);
            assertThat(finding.key()).isEqualTo(key);
            assertThat(finding.hint()).isNotNull();
        }
    }

    @Test
    void refusesADateThatIsNoCalendarDate() {
        Finding finding = refusal("---\ntitle: A\nx: y\ndate: \"2023-02-30\"\n---\n");
        assertThat(finding.detail()).isEqualTo("line 4, key \"date\": \"2023-02-30\" is no calendar date");
        assertThat(finding.line()).isEqualTo(4);
        assertThat(finding.column()).isEqualTo(7);
        assertThat(finding.value()).isEqualTo("2023-02-30");
        assertThat(finding.hint()).contains("2023-02-28");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-13-01",
        "2023-00-10",
        "2023-02-29",
        "2023-04-31T00:00:00Z",
        "'2024-01-02 24:00:00'",
        "'2024-01-02 12:60:00'",
        "'2024-01-02 12:00:60'",
        "2024-01-02T00:00:00+25:00"
    })
    void refusesDaysAndTimesThatDoNotExist(String written) {
        assertThat(refusal(fenced("date: " + written)).line()).isEqualTo(2);
        assertThat(refusal("{\"date\":\n \"" + written.replace("'", "") + "\"}").line())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-1-2, 2024-01-02",
        "2024/01/02, 2024-01-02",
        "2024-01-02 03:04, 2024-01-02 03:04:00",
        "2024年1月2日, 2024-01-02",
        "20240102, 2024-01-02",
        "2024, 2024-01-01"
    })
    void hintsAtTheNearestFormThatCanBeRead(String written, String hint) {
        assertThat(refusal(fenced("date: " + written)).hint()).isEqualTo("did you mean " + hint + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "1999", "20240102", "19991231"})
    void refusesAnIntegerThatReadsAsAYearOrDay(String written) {
        Finding finding = refusal(fenced("date: " + written));
        assertThat(finding.detail()).contains("integer");
        assertThat(finding.hint()).startsWith("did you mean");
    }

    @Test
    void refusesMilliseconds() {
        assertThat(refusal(fenced("date: 1704164645000")).hint()).contains("seconds");
        assertThat(refusal(fenced("date: 99999999999999999999")).line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-02 03:04:05 CST",
                "Tue, 02 Jan 2024 03:04:05 PST",
                "02 Jan 24 03:04 MST",
                "Tue Jan  2 03:04:05 CET 2024"
            })
    void refusesNamesOfZonesThatAreSeveral(String written) {
        Finding finding = refusal(fenced("date: " + written));
        assertThat(finding.detail()).contains("zone");
        assertThat(finding.hint()).contains("offset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "''", "' '", "null", "~", "0001-01-01", "0001-01-01T00:00:00Z"})
    void takesEmptyTextAndTheZeroTimeAsNoDate(String written) {
        Dates dates = yaml("date: " + written, "publishDate: " + written, "expiryDate: " + written)
                .dates();
        assertThat(dates).isEqualTo(new Dates(null, null, null, null));
    }
}
