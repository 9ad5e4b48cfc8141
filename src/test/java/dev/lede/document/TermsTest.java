package dev.lede.document;

import static dev.lede.document.Readings.document;
import static dev.lede.document.Readings.fenced;
import static dev.lede.document.Readings.finding;
import static dev.lede.document.Readings.findings;
import static dev.lede.document.Readings.refusal;
import static dev.lede.document.Readings.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms of taxonomies: lists, text, singular keys, names and slugs. */
class TermsTest {

    @Test
    void readsListsInEveryForm() {
        assertThat(tags("tags: [a, b]")).containsExactly("a", "b");
        assertThat(tags("tags:", "- a", "- 'b c'")).containsExactly("a", "b c");
        assertThat(tags("tags:", "  - a", "  - b")).containsExactly("a", "b");
        assertThat(names(document("a.md", "+++\ntags = [\"a\", 'b']\n+++\n"), "tags"))
                .containsExactly("a", "b");
        assertThat(names(document("a.md", "{\"tags\": [\"a\", \"b\"]}"), "tags"))
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags: {a: b}", "tags: [[a], b]", "tags: [{a: b}, b]"})
    void warnsOfWhatIsNoTerm(String line) {
        assertThat(findings(line)).hasSize(1).allSatisfy(finding -> {
            assertThat(finding.isError()).isFalse();
            assertThat(finding.key()).isEqualTo("tags");
        });
    }

    @Test
    void takesTextForOneTerm() {
        assertThat(tags("tags: alpha beta")).containsExactly("alpha beta");
        assertThat(findings("tags: alpha beta")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha, beta", "甲，乙"})
    void warnsOfACommaInATerm(String text) {
        assertThat(tags("tags: " + text)).containsExactly(text);
        Finding finding = finding("tags: " + text);
        assertThat(finding.isError()).isFalse();
        assertThat(finding.hint()).contains("lede.terms.split=comma");
    }

    @Test
    void splitsTextAtCommasWhenToldTo() {
        DocumentSettings base = DocumentSettings.DEFAULT;
        DocumentSettings splitting = new DocumentSettings(
                base.defaultLanguage(),
                base.timeZone(),
                Map.of(),
                List.of(),
                "content",
                base.taxonomies(),
                true,
                true,
                base.thumbnailKeys(),
                base.summaryKeys());
        Document document =
                document("a.md", fenced("tags: alpha beta, gamma，delta,", "categories: [a, 'b, c']"), splitting);
        assertThat(names(document, "tags")).containsExactly("alpha beta", "gamma", "delta");
        assertThat(names(document, "categories")).containsExactly("a", "b, c");
    }

    @Test
    void takesNumbersBooleansAndDatesInAListForText() {
        assertThat(tags("tags: [2024, 1.10, true, 2025-01-02, x]"))
                .containsExactly("2024", "1.10", "true", "2025-01-02", "x");
        assertThat(names(document("a.md", "+++\ntags = [2024, true, 2025-01-02]\n+++\n"), "tags"))
                .containsExactly("2024", "true", "2025-01-02");
        assertThat(tags("tags: 2024")).containsExactly("2024");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"''", "", "null", "[]", "['', null, ' ', '!?', '。']", "{a: b}", "'???'", "[., .., /, ../..]"})
    void letsTermsVanishThatAreEmpty(String written) {
        assertThat(tags("tags: " + written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Node.js, node.js",
        "C++, c++",
        "C#, c#",
        "A/b, a/b",
        "'a\\b', 'a\\b'",
        "/a//b/../c/, a/b/c",
        "R&D, rd",
        "100%, 100",
        "'It''s', its",
        "x_y, x_y",
        "@x, @x",
        "Alpha  Beta, alpha-beta",
        "' padded ', padded",
        "Ünïcode, ünïcode",
        "中文 标签, 中文-标签",
        "한국어, 한국어",
        "עברית, עברית",
        "हिन्दी, हिन्दी",
        ".NET, .net",
        "Q?, q",
        "~x~, ~x~",
        "a -- b, a--b"
    })
    void makesSlugsAsHugoDoes(String name, String slug) {
        Document document = yaml("tags: [\"" + name.replace("\\", "\\\\") + "\"]");
        assertThat(document.terms().get("tags")).containsExactly(new TermName(slug, name.strip()));
    }

    @Test
    void takesEachSlugOnce() {
        assertThat(tags("tags: [Alpha, ALPHA, alpha, beta]")).containsExactly("Alpha", "beta");
        // U+00E9, and e with U+0301.
        assertThat(tags("tags: [\"caf\\u00e9\", \"cafe\\u0301\"]")).hasSize(1);
    }

    @Test
    void hasEveryConfiguredTaxonomy() {
        DocumentSettings base = DocumentSettings.DEFAULT;
        DocumentSettings settings = new DocumentSettings(
                base.defaultLanguage(),
                base.timeZone(),
                Map.of(),
                List.of(),
                "content",
                List.of("tags", "categories", "series"),
                false,
                true,
                base.thumbnailKeys(),
                base.summaryKeys());
        Document document = document("a.md", fenced("Series: One", "tags: [a]"), settings);
        assertThat(document.terms().keySet()).containsExactly("tags", "categories", "series");
        assertThat(names(document, "series")).containsExactly("One");
        assertThat(document.params()).isEmpty();
        assertThat(yaml("series: One").params()).isEqualTo(Map.of("series", "One"));
    }

    @ParameterizedTest
    @CsvSource({"tag, tags", "category, categories", "Tag, tags"})
    void warnsOfSingularKeysOutsideJekyll(String key, String meant) {
        Finding finding = finding(key + ": a");
        assertThat(finding.isError()).isFalse();
        assertThat(finding.hint()).isEqualTo("did you mean " + meant + "?");
        Document document = yaml(key + ": a");
        assertThat(names(document, meant)).isEmpty();
        assertThat(document.params()).isEqualTo(Map.of(key, "a"));
    }

    @Test
    void refusesATermPast255Bytes() {
        assertThat(tags("tags: [" + "中".repeat(85) + "]")).hasSize(1);
        Finding finding = refusal(fenced("title: A", "tags: [a, " + "中".repeat(86) + "]"));
        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.column()).isEqualTo(11);
        assertThat(finding.key()).isEqualTo("tags");
        assertThat(finding.value()).startsWith("中中");
        assertThat(finding.detail()).contains("255 bytes");
    }

    private static List<String> tags(String... lines) {
        return names(yaml(lines), "tags");
    }

    private static List<String> names(Document document, String taxonomy) {
        return document.terms().getOrDefault(taxonomy, List.of()).stream()
                .map(TermName::name)
                .toList();
    }
}
