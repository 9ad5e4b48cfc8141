package dev.lede.document;

import static dev.lede.document.Readings.document;
import static dev.lede.document.Readings.fenced;
import static dev.lede.document.Readings.finding;
import static dev.lede.document.Readings.findings;
import static dev.lede.document.Readings.in;
import static dev.lede.document.Readings.yaml;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates that no key gives outright: filled from one another, from the zone of the site, from the name of the file. */
class ImpliedDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-02T03:04:05Z | 2024-01-02T03:04:05Z",
                "2024-01-02T03:04:05+08:00 | 2024-01-02T03:04:05+08:00",
                "2024-01-02T03:04:05.123456789-03:30 | 2024-01-02T03:04:05.123456789-03:30",
                "2024-01-02T03:04:05+0800 | 2024-01-02T03:04:05+08:00",
                "2024-01-02T03:04:05 | 2024-01-02T03:04:05Z",
                "2024-01-02T03:04:05.5 | 2024-01-02T03:04:05.5Z",
                "2024-01-02T3:04:05Z | 2024-01-02T03:04:05Z",
                "Tue, 02 Jan 2024 03:04:05 GMT | 2024-01-02T03:04:05Z",
                "Tue, 02 Jan 2024 03:04:05 +0800 | 2024-01-02T03:04:05+08:00",
                "02 Jan 24 03:04 UTC | 2024-01-02T03:04:00Z",
                "02 Jan 69 03:04 UTC | 1969-01-02T03:04:00Z",
                "02 Jan 68 03:04 UTC | 2068-01-02T03:04:00Z",
                "02 Jan 24 03:04 -0130 | 2024-01-02T03:04:00-01:30",
                "Tuesday, 02-Jan-24 03:04:05 UTC | 2024-01-02T03:04:05Z",
                "2024-01-02 03:04:05 | 2024-01-02T03:04:05Z",
                "2024-01-02 3:04:05 | 2024-01-02T03:04:05Z",
                "2024-01-02 03:04:05.25 | 2024-01-02T03:04:05.25Z",
                "2024-01-02 03:04:05 +0800 CST | 2024-01-02T03:04:05+08:00",
                "2024-01-02 03:04:05.999999999 +0000 UTC | 2024-01-02T03:04:05.999999999Z",
                "2024-01-02 03:04:05-0700 | 2024-01-02T03:04:05-07:00",
                "2024-01-02 03:04:05Z | 2024-01-02T03:04:05Z",
                "2024-01-02 03:04:05-07:00 | 2024-01-02T03:04:05-07:00",
                "2024-01-02 03:04:05 -07:00 | 2024-01-02T03:04:05-07:00",
                "2024-01-02 03:04:05 -0700 | 2024-01-02T03:04:05-07:00",
                "2024-01-02 03:04:05 UTC | 2024-01-02T03:04:05Z",
                "2024-01-02 03:04:05 GMT | 2024-01-02T03:04:05Z",
                "2024-01-02 03:04:05 UT | 2024-01-02T03:04:05Z",
                "Tue Jan  2 03:04:05 2024 | 2024-01-02T03:04:05Z",
                "Tue Jan 2 03:04:05 2024 | 2024-01-02T03:04:05Z",
                "Tue Jan  2 03:04:05 UTC 2024 | 2024-01-02T03:04:05Z",
                "Tue Jan 02 03:04:05 -0700 2024 | 2024-01-02T03:04:05-07:00",
                "2024-01-02 | 2024-01-02T00:00:00Z",
                "02 Jan 2024 | 2024-01-02T00:00:00Z",
                "2024-02-29 | 2024-02-29T00:00:00Z",
                "1704164645 | 2024-01-02T03:04:05Z",
                "0 | 1970-01-01T00:00:00Z",
                "-86400 | 1969-12-31T00:00:00Z"
            })
    void readsTheFormsOfHugo(String written, String date) {
        assertThat(yaml("date: " + written).dates().date()).isEqualTo(OffsetDateTime.parse(date));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-02T03:04:05+08:00, 2024-01-02T03:04:05+08:00",
        "2024-01-02T03:04:05, 2024-01-02T03:04:05Z",
        "2024-01-02 03:04:05, 2024-01-02T03:04:05Z",
        "2024-01-02, 2024-01-02T00:00:00Z",
        "1704164645, 2024-01-02T03:04:05Z",
        "\"2024-01-02\", 2024-01-02T00:00:00Z"
    })
    void readsDatesOfToml(String written, String date) {
        assertThat(document("a.md", "+++\ndate = " + written + "\n+++\n")
                        .dates()
                        .date())
                .isEqualTo(date);
    }

    @Test
    void readsDatesWithoutAZoneInThatOfTheSite() {
        DocumentSettings shanghai = in("Asia/Shanghai", Map.of());
        assertThat(date(shanghai, "2025-02-11 19:20:18")).isEqualTo("2025-02-11T19:20:18+08:00");
        assertThat(date(shanghai, "2025-02-11T19:20:18Z")).isEqualTo("2025-02-11T19:20:18Z");
        assertThat(date(shanghai, "1704164645")).isEqualTo("2024-01-02T03:04:05Z");
    }

    @Test
    void takesADayForMidnightInTheZoneWhichShiftsNoDay() {
        for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York")) {
            OffsetDateTime date = date(in(zone, Map.of()), "2025-02-11");
            assertThat(date.toLocalDate()).hasToString("2025-02-11");
            assertThat(date.toLocalTime()).hasToString("00:00");
        }
    }

    @Test
    void readsDatesInTheZoneOfTheirLanguage() {
        DocumentSettings settings = in("UTC", Map.of("zh-CN", ZoneId.of("Asia/Shanghai")));
        assertThat(document("a.md", fenced("lang: zh_cn", "date: 2025-02-11"), settings)
                        .dates()
                        .date())
                .isEqualTo("2025-02-11T00:00:00+08:00");
        assertThat(document("a.md", fenced("date: 2025-02-11"), settings)
                        .dates()
                        .date())
                .isEqualTo("2025-02-11T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "publishDate: 2025-01-02, 2025-01-02, 2025-01-02, 2025-01-02, ",
        "pubdate: 2025-01-02, 2025-01-02, 2025-01-02, 2025-01-02, ",
        "published: 2025-01-02, 2025-01-02, 2025-01-02, 2025-01-02, ",
        "date: 2025-01-02, 2025-01-02, 2025-01-02, 2025-01-02, ",
        "lastmod: 2025-01-02, 2025-01-02, , 2025-01-02, ",
        "modified: 2025-01-02, 2025-01-02, , 2025-01-02, ",
        "expiryDate: 2025-01-02, , , , 2025-01-02",
        "unpublishdate: 2025-01-02, , , , 2025-01-02",
        "'date: 2025-01-02\npublishDate: 2025-01-03\nlastmod: 2025-01-04', 2025-01-02, 2025-01-03, 2025-01-04, ",
        "'publishDate: 2025-01-03\npubdate: 2025-01-05', 2025-01-03, 2025-01-03, 2025-01-03, ",
        "'pubdate: 2025-01-05\npublished: 2025-01-06\nmodified: 2025-01-07', 2025-01-05, 2025-01-05, 2025-01-07, ",
        "'lastmod: 2025-01-04\nmodified: 2025-01-07', 2025-01-04, , 2025-01-04, "
    })
    void fillsDatesFromOneAnother(
            String lines,
            @Nullable String date,
            @Nullable String publishDate,
            @Nullable String lastmod,
            @Nullable String expiryDate) {
        Dates dates = yaml(lines).dates();
        assertThat(day(dates.date())).isEqualTo(date);
        assertThat(day(dates.publishDate())).isEqualTo(publishDate);
        assertThat(day(dates.lastmod())).isEqualTo(lastmod);
        assertThat(day(dates.expiryDate())).isEqualTo(expiryDate);
    }

    @ParameterizedTest
    @CsvSource({
        "posts/2025-02-11-hello.md, 2025-02-11T00:00:00Z, hello",
        "posts/2025-02-11-10-20-30-hello.md, 2025-02-11T10:20:30Z, hello",
        "posts/2025-02-11-hello/index.md, 2025-02-11T00:00:00Z, hello",
        "posts/2025-02-11-hello.zh-CN.md, 2025-02-11T00:00:00Z, hello"
    })
    void readsTheDateOfANameWhichLeavesTheSlug(String path, String date, String slug) {
        Document document = document(path, "Body");
        assertThat(document.dates().date()).isEqualTo(date);
        assertThat(document.dates().publishDate()).isEqualTo(date);
        assertThat(document.place().slug()).isEqualTo(slug);
    }

    @Test
    void leavesTheNameWholeWhenAKeyGivesTheDate() {
        Document document = document("posts/2025-02-11-hello.md", fenced("date: 2024-01-01"));
        assertThat(document.dates().date()).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(document.place().slug()).isEqualTo("2025-02-11-hello");
        assertThat(document("posts/2025-02-11-hello.md", fenced("date: ''"))
                        .place()
                        .slug())
                .isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posts/2025-02-30-hello.md",
                "posts/2025-2-1-hello.md",
                "posts/2025-02-11.md",
                "2025-02-11-hello/_index.md",
                "posts/x-2025-02-11-hello.md"
            })
    void takesOtherNamesForNames(String path) {
        assertThat(document(path, "Body").dates().date()).isNull();
    }

    @Test
    void leavesNamesAloneWhenToldTo() {
        DocumentSettings base = DocumentSettings.DEFAULT;
        DocumentSettings settings = new DocumentSettings(
                base.defaultLanguage(),
                base.timeZone(),
                Map.of(),
                List.of(),
                "content",
                base.taxonomies(),
                false,
                false,
                base.thumbnailKeys(),
                base.summaryKeys());
        Document document = document("posts/2025-02-11-hello.md", "Body", settings);
        assertThat(document.dates().date()).isNull();
        assertThat(document.place().slug()).isEqualTo("2025-02-11-hello");
        assertThat(document("_posts/2025-02-11-hello.md", "Body", settings)
                        .place()
                        .slug())
                .isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-06-01 12:00:01", "2025-06-01T20:00:00", "2025-06-02 01:59:59", "2025-06-02"})
    void warnsOfADateWithoutZoneLessThan14HoursAhead(String written) {
        Finding finding = finding("date: " + written);
        assertThat(finding.isError()).isFalse();
        assertThat(finding.detail()).contains("UTC").contains(written);
        assertThat(finding.hint()).contains("lede.time-zone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-06-01 11:59:59",
                "2025-06-01",
                "2025-06-02 02:00:01",
                "2025-06-01T20:00:00Z",
                "2025-06-01T20:00:00+08:00"
            })
    void doesNotWarnOfDatesWithAZoneOrFurtherAway(String written) {
        assertThat(findings("date: " + written)).isEmpty();
    }

    @Test
    void namesTheZoneOfTheSiteInTheWarning() {
        Reading reading = Readings.reading(
                "a.md", fenced("date: 2025-06-01 21:00:00").getBytes(UTF_8), in("Asia/Shanghai", Map.of()));
        assertThat(reading.findings())
                .singleElement()
                .matches(finding -> finding.detail().contains("Asia/Shanghai"));
    }

    private static OffsetDateTime date(DocumentSettings settings, String written) {
        OffsetDateTime date =
                document("a.md", fenced("date: " + written), settings).dates().date();
        assertThat(date).isNotNull();
        return Objects.requireNonNull(date);
    }

    private static @Nullable String day(@Nullable OffsetDateTime date) {
        return date == null ? null : date.toLocalDate().toString();
    }

    @Test
    void areNotLookedForBehindAKeyThatSaysThereIsNone() {
        Dates dates = yaml("date: 0001-01-01T00:00:00Z", "lastmod: 2024-01-02").dates();
        assertThat(dates.date()).isNull();
        assertThat(dates.publishDate()).isNull();
        assertThat(dates.lastmod()).isEqualTo("2024-01-02T00:00:00Z");
    }
}
