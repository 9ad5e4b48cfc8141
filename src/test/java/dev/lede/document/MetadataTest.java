package dev.lede.document;

import static dev.lede.document.Readings.document;
import static dev.lede.document.Readings.finding;
import static dev.lede.document.Readings.findings;
import static dev.lede.document.Readings.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What front matter says about a document as a whole: title, weight, aliases, authors, summary. */
class MetadataTest {
    @ParameterizedTest
    @CsvSource({
        "2024, 2024",
        "0123, 0123",
        "1.10, 1.10",
        "true, true",
        "1e3, 1e3",
        "2025-01-02, 2025-01-02",
        "'\"  A  \"', A",
        "'\"\"', ",
        "'\" \"', ",
        "null, ",
        "'', "
    })
    void takesNumbersAndBooleansAsTextAsWritten(String written, String title) {
        assertThat(yaml("title: " + written).metadata().title()).isEqualTo(title);
    }

    @Test
    void takesTomlAndJsonNumbersAsText() {
        assertThat(document("a.md", "+++\ntitle = 2024\n+++\n").metadata().title())
                .isEqualTo("2024");
        assertThat(document("a.md", "+++\ntitle = 2025-01-02\n+++\n").metadata().title())
                .isEqualTo("2025-01-02");
        assertThat(document("a.md", "{\"title\": 2024.50}").metadata().title()).isEqualTo("2024.50");
    }

    @Test
    void keepsMarkupInATitle() {
        assertThat(yaml("title: 'A *b* `c` <d> &amp; 中'").metadata().title()).isEqualTo("A *b* `c` <d> &amp; 中");
    }

    @Test
    void passesOverAListWhereTextBelongsWithAWarning() {
        assertThat(yaml("title: [A, B]").metadata().title()).isNull();
        assertThat(finding("title: [A, B]").isError()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "-350, -350",
        "'\"12\"', 12",
        "' \" 12 \"', 12",
        "20250617, 20250617",
        "0x10, 16",
        "3.0, 3",
        "'', 0",
        "null, 0",
        "'\"\"', 0"
    })
    void readsIntegersAsWeight(String written, int weight) {
        assertThat(yaml("weight: " + written).metadata().weight()).isEqualTo(weight);
        assertThat(findings("weight: " + written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"heavy", "'1.5'", "true", "1e99999999", "99999999999", "[1]", "{a: 1}"})
    void takesAnyOtherWeightForNoneWithAWarning(String written) {
        assertThat(yaml("weight: " + written).metadata().weight()).isZero();
        Finding finding = finding("weight: " + written);
        assertThat(finding.isError()).isFalse();
        assertThat(finding.key()).isEqualTo("weight");
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1", "-2.75, -2", "0.9, 0"})
    void cutsFractionsOffAWeightWithAWarning(String written, int weight) {
        assertThat(yaml("weight: " + written).metadata().weight()).isEqualTo(weight);
        assertThat(document("a.md", "+++\nweight = " + written + "\n+++\n")
                        .metadata()
                        .weight())
                .isEqualTo(weight);
        assertThat(finding("weight: " + written).detail()).endsWith("is no integer; " + weight + " is used");
    }

    @Test
    void readsAliasesAndKeywordsAsListsOrWords() {
        assertThat(yaml("aliases: [/a/, b, ../c, 2024]").metadata().aliases())
                .containsExactly("/a/", "b", "../c", "2024");
        assertThat(yaml("aliases: /a/ \t b").metadata().aliases()).containsExactly("/a/", "b");
        assertThat(yaml("aliases:").metadata().aliases()).isEmpty();
        assertThat(yaml("keywords: [a b, c]").metadata().keywords()).containsExactly("a b", "c");
        assertThat(yaml("keywords: a b").metadata().keywords()).containsExactly("a", "b");
    }

    @Test
    void readsAuthorsFromEitherKey() {
        assertThat(yaml("author: Ann Bee").metadata().authors()).containsExactly("Ann Bee");
        assertThat(yaml("authors: [Ann, Bob]").metadata().authors()).containsExactly("Ann", "Bob");
        assertThat(yaml("author: [Ann, Bob]").metadata().authors()).containsExactly("Ann", "Bob");
    }

    @Test
    void readsTheSummaryKeys() {
        assertThat(yaml("summary: ' A **b** '", "excerpt: C").metadata().summary())
                .isEqualTo("A **b**");
        assertThat(yaml("summary: ''", "excerpt: C").metadata().summary()).isEqualTo("C");
        assertThat(yaml("description: D", "lead: E").metadata().summary()).isNull();
        assertThat(yaml("description: D").metadata().description()).isEqualTo("D");
        assertThat(yaml("excerpt_separator: '<!--cut-->'").metadata().excerptSeparator())
                .isEqualTo("<!--cut-->");
    }

    @Test
    void takesTheNamesOfAuthorsWhoAreMaps() {
        assertThat(yaml("author: {name: Ada, url: https://example.org/}")
                        .metadata()
                        .authors())
                .containsExactly("Ada");
        assertThat(yaml("authors:", "  - name: Ada", "  - Grace", "  - {Name: Lin}")
                        .metadata()
                        .authors())
                .containsExactly("Ada", "Grace", "Lin");
    }
}
