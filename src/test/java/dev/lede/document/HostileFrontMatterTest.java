package dev.lede.document;

import static dev.lede.document.Readings.fenced;
import static dev.lede.document.Readings.reading;
import static dev.lede.document.Readings.refusal;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to hurt a reader: each is a finding with a position, never an exception, and soon. */
@Timeout(60)
class HostileFrontMatterTest {
    private static final int MANY = 90_000;

    @ParameterizedTest
    @ValueSource(ints = {101, 1_500, MANY})
    void refusesListsNestedDeeplyInYaml(int levels) {
        Finding finding = refusal(fenced("x: " + "[".repeat(levels) + "]".repeat(levels)));
        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.detail()).startsWith("line 2").contains("100 levels");
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1_500, MANY})
    void refusesListsNestedDeeplyInToml(int levels) {
        Finding finding = refusal("+++\nx = " + "[".repeat(levels) + "]".repeat(levels) + "\n+++\n");
        assertThat(finding.line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1_500, MANY})
    void refusesListsNestedDeeplyInJson(int levels) {
        Finding finding = refusal("{\"x\":\n" + "[".repeat(levels) + "]".repeat(levels) + "}\n");
        assertThat(finding.line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1_500, 30_000})
    void refusesMapsNestedDeeply(int levels) {
        assertThat(refusal(fenced("{x: ".repeat(levels) + "}".repeat(levels))).line())
                .isEqualTo(2);
        assertThat(refusal("{\"x\":".repeat(levels) + "1" + "}".repeat(levels)).line())
                .isEqualTo(1);
        assertThat(refusal("+++\n" + "a.".repeat(levels) + "a = 1\n+++\n").line())
                .isNotNull();
        assertThat(refusal("+++\n[" + "a.".repeat(levels) + "a]\n+++\n").line()).isNotNull();
        assertThat(refusal("+++\nx = " + "{a=".repeat(levels) + "1" + "}".repeat(levels) + "\n+++\n")
                        .line())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_500, MANY})
    void refusesBracketsThatAreNeverClosed(int levels) {
        assertThat(refusal(fenced("x: " + "[".repeat(levels))).line()).isNotNull();
        assertThat(refusal("+++\nx = " + "[".repeat(levels) + "\n+++\n").line()).isNotNull();
        assertThat(refusal("{\"x\":" + "[".repeat(levels) + "}").line()).isNotNull();
        assertThat(refusal("{ ".repeat(levels)).line()).isEqualTo(1);
    }

    @Test
    void takesFiftyAliasesAndNoMore() {
        String aliases = IntStream.range(0, 50).mapToObj(i -> "k" + i + ": *a").collect(Collectors.joining("\n"));
        assertThat(reading("a.md", fenced("a: &a [x]", aliases)).document()).isPresent();
        Finding finding = refusal(fenced("a: &a [x]", aliases, "more: *a"));
        assertThat(finding.line()).isEqualTo(53);
        assertThat(finding.detail()).contains("50 aliases");
    }

    @Test
    void refusesABillionLaughs() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 10; i++) {
            laughs.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(5) + "]\n");
        }
        assertThat(refusal(fenced(laughs.toString())).line()).isNotNull();
    }

    @Test
    void refusesAFewAliasesOfALongText() {
        String alias = IntStream.range(0, 20).mapToObj(i -> "k" + i + ": *a").collect(Collectors.joining("\n"));
        Finding finding = refusal(fenced("a: &a " + "x".repeat(300_000), alias));
        assertThat(finding.detail()).contains("4 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &a [*a]", "a: &a {b: *a}", "a: &a {<<: *a}", "a: &a\n  - b: [*a]"})
    void refusesAnAnchorThatContainsItself(String recursive) {
        assertThat(refusal(fenced(recursive)).line()).isBetween(2, 3);
    }

    @Test
    void refusesAnAliasOfNothing() {
        assertThat(refusal(fenced("title: *nowhere")).line()).isEqualTo(2);
    }

    @Test
    void refusesFrontMatterOfMoreThanAMebibyte() {
        String comment = "# " + "é".repeat(1 << 19) + "\n";
        assertThat(refusal("---\n" + comment + "---\n").detail()).contains("1 MiB");
        assertThat(refusal("+++\n" + comment + "+++\n").detail()).contains("1 MiB");
        assertThat(refusal("{\"x\": \"" + "é".repeat(1 << 19) + "\"}").detail()).contains("1 MiB");
    }

    @Test
    void readsManySmallKeysSoon() {
        String yaml = IntStream.range(0, 20_000).mapToObj(i -> "k" + i + ": v").collect(Collectors.joining("\n"));
        assertThat(reading("a.md", fenced(yaml)).document().orElseThrow().params())
                .hasSize(20_000);
        String toml = IntStream.range(0, 20_000).mapToObj(i -> "k" + i + " = 1").collect(Collectors.joining("\n"));
        assertThat(reading("a.md", "+++\n" + toml + "\n+++\n").document()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " \r\n", "\r", "# a comment\n", "\n# \"\"\"\n"})
    @Timeout(20)
    void readsManyEmptyLinesOfTomlSoonAndCountsThem(String line) {
        String lines = line.repeat(20_000);
        int count = (int) lines.replace("\r\n", "\n")
                .replace('\r', '\n')
                .chars()
                .filter(c -> c == '\n')
                .count();
        assertThat(Readings.document("a.md", "+++\n" + lines + "title = 'A'\n+++\n")
                        .metadata()
                        .title())
                .isEqualTo("A");
        Finding finding = refusal("+++\n" + lines + "x = [ # open\n" + lines + "1]\n" + lines + "title = A\n+++\n");
        assertThat(finding.line()).isEqualTo(4 + 3 * count);
        assertThat(refusal("+++\na = 1\n" + lines + "a = 2\n+++\n").detail()).contains("in line 2 already");
    }

    @Test
    void keepsEmptyLinesInStringsOfToml() {
        String lines = "\n# none\n".repeat(10);
        String toml = "+++\n" + lines + "a = \"\"\"" + lines + "\\\"\"\"\"\nb = '''" + lines + "'''\nc = \"'''\"\n"
                + lines + "\n+++\n";
        assertThat(Readings.document("a.md", toml).params())
                .isEqualTo(Map.of("a", lines.substring(1) + "\"", "b", lines.substring(1), "c", "'''"));
    }

    @Test
    void readsALineOf110000Characters() {
        String line = "long words ".repeat(10_000);
        assertThat(Readings.yaml("lead: " + line).params()).containsEntry("lead", line.strip());
        assertThat(Readings.document("a.md", "+++\nlead = \"" + line + "\"\n+++\n")
                        .params())
                .containsEntry("lead", line);
        assertThat(Readings.document("a.md", "{\"lead\": \"" + line + "\"}\n").params())
                .containsEntry("lead", line);
        assertThat(Readings.document("a.md", line).body()).isEqualTo(line);
    }

    @Test
    void readsABodyOfFiveMebibytes() {
        String body = "--- [ { \" \\ \n".repeat(400_000);
        assertThat(Readings.document("a.md", "---\ntitle: x\n---\n" + body).body())
                .isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({"'---\ntitle: a\0b\n---\n', 2, 9", "'---\ntitle: x\n---\nbo\0dy', 4, 3", "'a\r\nb\rc\n\0', 4, 1"})
    void refusesNulAnywhere(String text, int line, int column) {
        Finding finding = refusal(text);
        assertThat(finding.line()).isEqualTo(line);
        assertThat(finding.column()).isEqualTo(column);
        assertThat(finding.detail()).contains("NUL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\na: 1\ntitle: \"x\\0\"\n---\n",
                "---\na: 1\ntitle: \"x\\u0000\"\n---\n",
                "---\na: 1\n\"x\\0\": y\n---\n",
                "+++\na = 1\ntitle = \"x\\u0000\"\n+++\n",
                "{\"a\": 1,\n\n\"title\": \"x\\u0000\"}",
                "{\"a\": 1,\n\n\"x\\u0000\": \"y\"}"
            })
    void refusesAnEscapedNul(String text) {
        assertThat(refusal(text).line()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\na: 1\ntitle: \"x\\ud800\"\n---\n",
                "---\na: 1\ntitle: \"\\udc00x\"\n---\n",
                "---\na: 1\nb: [[{c: \"\\ud800\"}]]\n---\n",
                "---\na: 1\n\"\\ud800\": y\n---\n",
                "+++\na = 1\ntitle = \"x\\uD800\"\n+++\n",
                "{\"a\": 1,\n\n\"title\": \"x\\ud800\"}",
                "{\"a\": 1,\n\n\"\\udfff\": \"y\"}",
                "{\"a\": 1,\n\n\"tags\": [\"\\ud800\\ud800\"]}"
            })
    void refusesAnEscapedLoneSurrogate(String text) {
        assertThat(refusal(text).line()).isEqualTo(3);
    }

    @Test
    void takesAnEscapedPairOfSurrogates() {
        assertThat(Readings.yaml("title: \"\\ud83d\\ude00\"").metadata().title())
                .isEqualTo("😀");
        assertThat(Readings.document("a.md", "{\"title\": \"\\ud83d\\ude00\"}")
                        .metadata()
                        .title())
                .isEqualTo("😀");
    }

    @Test
    void refusesARawLoneSurrogate() {
        byte[] bytes = "---\ntitle: a???\n---\n".getBytes(UTF_8);
        // The three bytes of U+D800, were it a character (RFC 3629 §3).
        bytes[12] = (byte) 0xED;
        bytes[13] = (byte) 0xA0;
        bytes[14] = (byte) 0x80;
        Finding finding = refusal(bytes);
        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.column()).isEqualTo(9);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        Finding finding = refusal("---\ntitle: x\n---\n\ncafé".getBytes(ISO_8859_1));
        assertThat(finding.line()).isEqualTo(5);
        assertThat(finding.column()).isEqualTo(4);
        assertThat(finding.detail()).contains("E9").contains("UTF-8");
    }

    @Test
    void refusesAFileThatEndsInsideACharacter() {
        byte[] whole = "---\ntitle: x\n---\n中".getBytes(UTF_8);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        assertThat(refusal(cut).line()).isEqualTo(4);
    }

    @Test
    void refusesUtf16() {
        String text = "---\ntitle: x\n---\n";
        assertThat(refusal(text.getBytes(UTF_16)).detail()).contains("UTF-16");
        assertThat(refusal(("\uFEFF" + text).getBytes(UTF_16LE)).detail()).contains("UTF-16");
        assertThat(refusal(text.getBytes(UTF_16LE)).line()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"'---\ntitle: x\n', 1", "'\n\n+++\ntitle = 1\n--', 3", "'---', 1", "'{\"title\": \"x\"\n\nbody', 1"})
    void refusesABlockThatIsNeverClosed(String text, int line) {
        Finding finding = refusal(text);
        assertThat(finding.line()).isEqualTo(line);
        assertThat(finding.detail()).contains("never closed");
    }

    @Test
    void takesHugeIntegersExactlyAndSoon() {
        assertThat(Readings.yaml("big: 123456789012345678901234567890").params())
                .containsEntry("big", new BigInteger("123456789012345678901234567890"));
        String digits = "9".repeat(200_000);
        assertThat(Readings.yaml("big: " + digits).params()).containsEntry("big", digits);
        assertThat(refusal("{\"x\": 1,\n \"big\": " + digits + "}").line()).isEqualTo(2);
        assertThat(refusal("+++\nbig = " + digits + "\n+++\n").line()).isEqualTo(2);
    }

    @Test
    void doesNotQuoteTheWholeFileInAFinding() {
        String digits = "9".repeat(100_000);
        for (String text : List.of(
                "+++\nbig = " + digits + "\n+++\n",
                "{\"big\": " + digits + "}",
                fenced("x: !" + digits + " y"),
                fenced("draft: " + digits),
                fenced("\"" + digits + "\": [1"))) {
            Finding finding = Readings.reading("a.md", text).findings().get(0);
            assertThat(finding.detail()).hasSizeLessThan(400);
            assertThat(finding.value() == null ? "" : finding.value()).hasSizeLessThan(110);
        }
    }

    @Test
    void takesHugeExponentsAsText() {
        assertThat(Readings.yaml("x: 1e999999999").params()).containsEntry("x", "1e999999999");
        assertThat(Readings.document("a.md", "{\"x\": 1e999999999}").params()).containsEntry("x", "1e999999999");
        assertThat(Readings.yaml("weight: 1e999999999").metadata().weight()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x: !!python/object:os.system y", "x: !mine y", "x: !!java.net.URL [y]", "!mine x: y"})
    void refusesTagsOfOthers(String line) {
        Finding finding = refusal(fenced("title: a", line));
        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.detail()).contains("tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"? [a, b]\n: x", "? {a: b}\n: x", "{[a]: b}: c"})
    void refusesKeysThatAreListsOrMaps(String lines) {
        assertThat(refusal(fenced("title: a", lines)).line()).isEqualTo(3);
    }

    @Test
    void takesKeysThatAreNumbersAsText() {
        assertThat(Readings.yaml("2024: x", "true: y").params())
                .containsEntry("2024", "x")
                .containsEntry("true", "y");
    }

    @ParameterizedTest
    @CsvSource({
        "'---\na: 1\nb: [1, 2\nc: 3\n---\n', 4",
        "'---\ntitle: A: b\n---\n', 2",
        "'---\ntitle: \"x\n---\n', 2",
        "'---\na: 1\n\tb: 2\n---\n', 3",
        "'---\ntitle: a\u0007b\n---\n', 2",
        "'+++\na = 1\nb = yes\n+++\n', 3",
        "'+++\na = 1\na = 2\n+++\n', 3",
        "'{\"a\": 1,\n\"b\": yes}', 2"
    })
    void saysInWhichLineTheFrontMatterIsWrong(String text, int line) {
        Reading reading = reading("a.md", text);
        assertThat(reading.document()).isEmpty();
        assertThat(reading.findings().get(0).line()).isBetween(line - 1, line + 1);
        assertThat(reading.findings().get(0).column()).isPositive();
    }

    @Test
    void reportsFiftyFindingsAndHowManyMoreThereAre() {
        String twice = IntStream.range(0, 1_000).mapToObj(i -> "k: v").collect(Collectors.joining("\n"));
        assertThat(reading("a.md", fenced(twice)).findings())
                .hasSize(51)
                .last()
                .extracting(Finding::detail)
                .isEqualTo("there are 949 more warnings");
    }

    @Test
    void leavesOutWarningsForErrorsThatComeLater() {
        String twice = IntStream.range(0, 100).mapToObj(i -> "k: v").collect(Collectors.joining("\n"));
        Reading reading = reading("a.md", fenced(twice, "date: never", "draft: maybe"));
        assertThat(reading.document()).isEmpty();
        assertThat(reading.findings()).hasSize(51).filteredOn(Finding::isError).hasSize(2);
        assertThat(reading.findings().get(50).detail()).isEqualTo("there are 51 more warnings");
    }

    @Test
    void tellsOfManyErrorsInTomlSoon() {
        String wrong = "x y\n".repeat(100_000);
        assertThat(reading("a.md", "+++\n" + wrong + "+++\n").findings())
                .hasSize(51)
                .last()
                .satisfies(last -> assertThat(last.isError()).isTrue())
                .extracting(Finding::detail)
                .asString()
                .contains("more errors");
    }
}
