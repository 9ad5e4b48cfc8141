package dev.lede.document;

import static dev.lede.document.Readings.document;
import static dev.lede.document.Readings.fenced;
import static dev.lede.document.Readings.finding;
import static dev.lede.document.Readings.findings;
import static dev.lede.document.Readings.refusal;
import static dev.lede.document.Readings.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the values of front matter mean, in all three languages. */
class ValuesTest {

    @Test
    void findsKeysWhateverTheirCase() {
        Document document =
                yaml("TITLE: A", "LinkTITLE: B", "DATE: 2025-01-02", "Tags: [x]", "WEIGHT: 3", "Draft: true");
        assertThat(document.metadata().title()).isEqualTo("A");
        assertThat(document.metadata().linkTitle()).isEqualTo("B");
        assertThat(document.dates().date()).isNotNull();
        assertThat(document.terms().get("tags")).containsExactly(new TermName("x", "x"));
        assertThat(document.metadata().weight()).isEqualTo(3);
        assertThat(document.draft()).isTrue();
        assertThat(document.params()).isEmpty();
    }

    @Test
    void findsKeysInsideMapsWhateverTheirCase() {
        assertThat(yaml("Thumbnail: {SRC: a.png, Alt: A}").thumbnail())
                .isEqualTo(new PictureReference("a.png", "A", null));
    }

    @Test
    void keepsKeysInParamsAsWritten() {
        assertThat(yaml("ShowToc: true", "cover-Style: {InnerKey: 1}").params())
                .isEqualTo(Map.of("ShowToc", true, "cover-Style", Map.of("InnerKey", 1L)));
    }

    @Test
    void keepsTheOrderOfParams() {
        assertThat(yaml("z: 1", "a: 2", "m: 3").params().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void takesTheLastOfTwoEqualKeysWithAWarning() {
        assertThat(yaml("title: A", "title: B").metadata().title()).isEqualTo("B");
        Finding finding = finding("title: A", "x: y", "title: B");
        assertThat(finding.isError()).isFalse();
        assertThat(finding.line()).isEqualTo(4);
        assertThat(finding.column()).isEqualTo(1);
        assertThat(finding.key()).isEqualTo("title");
        assertThat(finding.detail()).contains("line 2");
    }

    @Test
    void warnsOfEqualKeysInJsonAndInsideMaps() {
        Reading json = Readings.reading("a.md", "{\"title\": \"A\",\n\"title\": \"B\"}");
        assertThat(json.document().orElseThrow().metadata().title()).isEqualTo("B");
        assertThat(json.findings())
                .singleElement()
                .extracting(Finding::severity, Finding::line)
                .isEqualTo(List.of(Finding.Severity.WARNING, 2));
        assertThat(finding("x: {a: 1, a: 2}").key()).isEqualTo("a");
    }

    @Test
    void warnsOfKeysThatDifferInCaseAlone() {
        assertThat(yaml("Title: A", "title: B").metadata().title()).isEqualTo("B");
        assertThat(finding("Title: A", "title: B").isError()).isFalse();
    }

    @Test
    void refusesEqualKeysInToml() {
        assertThat(refusal("+++\ntitle = \"A\"\ntitle = \"B\"\n+++\n").line()).isEqualTo(3);
    }

    @Test
    void mergesAMapOfParamsWhichWins() {
        assertThat(yaml("params: {x: 1, y: 2}", "x: 3", "z: 4").params()).isEqualTo(Map.of("x", 1L, "y", 2L, "z", 4L));
        assertThat(document("a.md", "+++\nx = 3\n[params]\nx = 1\n[params.deep]\ny = 2\n+++\n")
                        .params())
                .isEqualTo(Map.of("x", 1L, "deep", Map.of("y", 2L)));
    }

    @Test
    void keepsParamsThatAreNoMapAsTheyAre() {
        assertThat(yaml("params: text").params()).isEqualTo(Map.of("params", "text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "No",
                "on",
                "off",
                "y",
                "~x",
                "2025-02-11",
                "2025-02-11T19:20:18Z",
                "12:30:45",
                "1_000",
                ".inf",
                "-.INF",
                ".nan",
                "0b1"
            })
    void keepsTextThatOtherYamlsReadAsSomethingElse(String text) {
        assertThat(yaml("x: " + text).params()).isEqualTo(Map.of("x", text));
    }

    @Test
    void readsTheCoreSchema() {
        assertThat(yaml("a: 42", "b: -7", "c: 0o17", "d: 0x1F", "e: 1.5", "f: 1e3", "g: TRUE", "h: False")
                        .params())
                .isEqualTo(
                        Map.of("a", 42L, "b", -7L, "c", 15L, "d", 31L, "e", 1.5, "f", 1000.0, "g", true, "h", false));
        assertThat(yaml("a: null", "b: ~", "c:", "d: Null").params())
                .hasSize(4)
                .allSatisfy((key, value) -> assertThat(value).isNull());
        assertThat(yaml("a: \"42\"", "b: 'true'", "c: \"null\"").params())
                .isEqualTo(Map.of("a", "42", "b", "true", "c", "null"));
    }

    @Test
    void keepsBigIntegersExactly() {
        assertThat(yaml("x: 18446744073709551616", "y: 9223372036854775807").params())
                .isEqualTo(Map.of("x", new BigInteger("18446744073709551616"), "y", Long.MAX_VALUE));
        assertThat(document("a.md", "{\"x\": 18446744073709551616}").params())
                .isEqualTo(Map.of("x", new BigInteger("18446744073709551616")));
    }

    @Test
    void resolvesAnchorsAndMerges() {
        Document document = yaml(
                "base: &base {a: 1, b: 2}",
                "other: &other {b: 3, c: 4}",
                "x: {<<: *base, b: 9}",
                "y: {<<: [*base, *other]}",
                "z: *base");
        assertThat(document.params())
                .containsEntry("x", Map.of("a", 1L, "b", 9L))
                .containsEntry("y", Map.of("a", 1L, "b", 2L, "c", 4L))
                .containsEntry("z", Map.of("a", 1L, "b", 2L));
        assertThat(findings("base: &base {a: 1}", "x: {<<: *base, a: 2}")).isEmpty();
    }

    @Test
    void mergesIntoTheFrontMatterItself() {
        Document document = yaml("defaults: &d {title: A, weight: 5}", "<<: *d", "title: B");
        assertThat(document.metadata().title()).isEqualTo("B");
        assertThat(document.metadata().weight()).isEqualTo(5);
    }

    @Test
    void takesMergeSignsInQuotesForAKey() {
        assertThat(yaml("x: {\"<<\": a}").params()).isEqualTo(Map.of("x", Map.of("<<", "a")));
    }

    @Test
    void refusesToMergeWhatIsNoMap() {
        assertThat(refusal(fenced("a: &a text", "<<: *a")).line()).isEqualTo(2);
    }

    @Test
    void takesPlaceholdersOfOthersAsText() {
        assertThat(yaml("title: ${name}", "x: ${env:-y}").metadata().title()).isEqualTo("${name}");
        assertThat(yaml("title: '{{ page.title }}'").metadata().title()).isEqualTo("{{ page.title }}");
    }

    @Test
    void readsYamlTextOfSeveralLines() {
        assertThat(yaml(
                                "a: |",
                                "  one",
                                "  two",
                                "b: >",
                                "  one",
                                "  two",
                                "c: one",
                                "  two",
                                "d: \"one\\",
                                "  two\"",
                                "e: |-",
                                "  one")
                        .params())
                .isEqualTo(Map.of("a", "one\ntwo\n", "b", "one two\n", "c", "one two", "d", "onetwo", "e", "one"));
    }

    @Test
    void takesTabsAndBlanksAroundYamlValues() {
        Document document = yaml("title:\tA", "tags: [ a,\tb, ]  ", "x: y\t", "list:\t", "- 1", "- 2");
        assertThat(document.metadata().title()).isEqualTo("A");
        assertThat(document.terms().get("tags")).extracting(TermName::name).containsExactly("a", "b");
        assertThat(document.params()).isEqualTo(Map.of("x", "y", "list", List.of(1L, 2L)));
    }

    @Test
    void readsTomlTablesArraysAndStrings() {
        Document document = document("a.md", """
                +++
                title = 'A \\ b'
                x.y = 1
                inline = {a = 1, b = [true, "c"]}
                multi = \"\"\"
                one
                two\"\"\"
                mixed = [1, "two", [3]]
                n = 0x1F
                f = 1.5
                inf = inf
                [[list]]
                a = 1
                [[list]]
                a = 2
                [menu.main]
                weight = 3
                +++
                """);
        assertThat(document.metadata().title()).isEqualTo("A \\ b");
        assertThat(document.params())
                .containsEntry("x", Map.of("y", 1L))
                .containsEntry("inline", Map.of("a", 1L, "b", List.of(true, "c")))
                .containsEntry("multi", "one\ntwo")
                .containsEntry("mixed", List.of(1L, "two", List.of(3L)))
                .containsEntry("n", 31L)
                .containsEntry("f", 1.5)
                .containsEntry("list", List.of(Map.of("a", 1L), Map.of("a", 2L)))
                .containsEntry("menu", Map.of("main", Map.of("weight", 3L)));
        assertThat(document.params().get("inf")).isInstanceOf(String.class);
    }

    @Test
    void keepsTomlDatesInParamsAsText() {
        assertThat(document(
                                "a.md",
                                "+++\na = 2025-01-02\nb = 2025-01-02T03:04:00\nc = 2025-01-02T03:04:00+08:00\nd = 03:04:00\n+++\n")
                        .params())
                .isEqualTo(Map.of(
                        "a",
                        "2025-01-02",
                        "b",
                        "2025-01-02T03:04:00",
                        "c",
                        "2025-01-02T03:04:00+08:00",
                        "d",
                        "03:04:00"));
    }

    @Test
    void readsJsonValues() {
        assertThat(document("a.md", "{\"a\": [1, 2.5, true, null, \"x\"], \"b\": {\"c\": \"\\u4e2d\"}}\n")
                        .params())
                .isEqualTo(Map.of("a", Arrays.asList(1L, 2.5, true, null, "x"), "b", Map.of("c", "中")));
    }
}
