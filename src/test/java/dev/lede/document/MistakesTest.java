package dev.lede.document;

import static dev.lede.document.Readings.fenced;
import static dev.lede.document.Readings.finding;
import static dev.lede.document.Readings.refusal;
import static dev.lede.document.Readings.yaml;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said where it is, in words that help. */
class MistakesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title: A: b | 3 | title | A: b | put the value in quotes: title: \"A: b\"",
                "title: A: \"b\" | 3 | title | A: \"b\" | put the value in quotes: title: 'A: \"b\"'",
                "title: A: it's | 3 | title | A: it's | put the value in quotes: title: \"A: it's\"",
                "title: @home | 3 | title | @home | put the value in quotes: title: \"@home\"",
                "title: *bold* move | 3 | title | *bold* move | put the value in quotes: title: \"*bold* move\"",
                "title: %x | 3 | title | %x | put the value in quotes: title: \"%x\"",
                "title: - x | 3 | title | - x | put the value in quotes: title: \"- x\"",
                "title: 'It's' | 3 | title | 'It's' | use quotes of the other kind around all of it",
                "title: [x] y | 3 | title | [x] y | use quotes of the other kind around all of it",
                "title: \"C:\\Users\" | 3 | title | \"C:\\Users\" | double it, or use single quotes",
                "title: > x | 3 | title | > x | begin the text on the next line, indented, or put the value in quotes"
            })
    void namesKeyAndValueOfAYamlLineAndHowToWriteIt(String line, int at, String key, String value, String hint) {
        Finding finding = refusal(fenced("weight: 1", line, "draft: false"));
        assertThat(finding.line()).isEqualTo(at);
        assertThat(finding.column()).isGreaterThan(7);
        assertThat(finding.key()).isEqualTo(key);
        assertThat(finding.value()).isEqualTo(value);
        assertThat(finding.hint()).isEqualTo(hint);
        assertThat(finding.detail()).startsWith("line 3, key \"title\": \"" + value + "\" ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tags: [a, b⏎draft: true | 3 | close it with ]",
                "x: {a: b⏎draft: true | 3 | close it with }, or put the value in quotes",
                "title: \"A⏎draft: true | 3 | close it",
                "title:A⏎draft: true | 3 | leave a blank after the colon: title: A",
                "title = A⏎draft: true | 3 | use a colon: title: A",
                "tags:⏎- a⏎-b⏎- c | 5 | leave a blank after the hyphen: - b",
                "title: A⏎→tags: [a] | 4 | use blanks",
                "title: A⏎  draft: true | 4 | begin the line where \"title\" begins",
                "tags:⏎  - a⏎ - b | 5 | begin it where they begin",
                "<<<<<<< HEAD⏎title: A⏎=======⏎title: B⏎>>>>>>> x | 4 | keep one side of it",
                "title: {{ x }} | 3 | put a value that begins with a bracket in quotes"
            })
    void saysWhereAYamlMistakeBeginsAndWhatToDo(String lines, int line, String hint) {
        Finding finding = refusal(fenced("weight: 1", lines.replace("⏎", "\n").replace("→", "\t")));
        assertThat(finding.line()).isEqualTo(line);
        assertThat(finding.hint()).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title = A b | put text in quotes: title = \"A b\"",
                "title: A b | use an equals sign: title = \"A b\"",
                "title = 'It's' | use quotes of the other kind around all of it",
                "title = \"A | close it",
                "title = \u201CA\u201D | use straight quotation marks",
                "title = \"C:\\Users\" | double it, or use single quotes",
                "title = | write title = \"\", or leave the key out",
                "draft = True | write true or false, in lower case",
                "tags = [\"a\" \"b\"] | put a comma between the items",
                "date = 2025-02-30 | did you mean 2025-02-28?",
                "date = 2025-2-3 | did you mean 2025-02-03?",
                "x = 012 | put it in quotes: x = \"012\"",
                "weight = 2 | TOML allows a key once: delete one of them",
                "my key = 1 | a key of letters, digits, - and _ is followed by =; put any other key in quotes",
            })
    void saysWhatToWriteInTomlInstead(String line, String hint) {
        Finding finding = refusal("\n+++\nweight = 1\n" + line + "\n+++\n");
        assertThat(finding.line()).isEqualTo(4);
        assertThat(finding.hint()).isEqualTo(hint);
    }

    @Test
    void saysWhereATomlArrayOpens() {
        Finding finding = refusal("\n+++\nweight = 1\ntags = [\"a\",\n\"b\"\n+++\n");
        assertThat(finding.line()).isEqualTo(4);
        assertThat(finding.column()).isEqualTo(8);
        assertThat(refusal("\n+++\na = 1\na = 2\n+++\n").detail()).isEqualTo("line 4: \"a\" stands in line 3 already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1,} | 9 | take away the comma before the closing brace",
                "{ a: 1} | 3 | put keys and text in double quotes; only true, false, null and numbers stand without",
                "{\"a\": 'x'} | 7 | put keys and text in double quotes; only true, false, null and numbers stand without",
                "{\"a\": yes} | 7 | put keys and text in double quotes; only true, false, null and numbers stand without",
                "{\"a\": 1 \"b\": 2} | 9 | put a comma after the value before it",
                "{\"a\" 1} | 6 | put a colon after the key",
                "{ // x} | 3 | JSON has no comments: take it away",
                "{\"a\": [1, 2} | 12 | close what was opened last first",
                "{\"a\": \"x} | 1 | a quotation mark in it is never closed",
                "{\"a\": {} | 1 | close it with }"
            })
    void saysWhatToWriteInJsonInstead(String json, int column, String hint) {
        Finding finding = refusal(json + "\n");
        assertThat(finding.line()).isEqualTo(1);
        assertThat(finding.column()).isEqualTo(column);
        assertThat(finding.hint()).isEqualTo(hint);
        assertThat(finding.detail()).doesNotContain("Feature", "Source", "code");
    }

    @Test
    void saysHowToCloseTheFrontMatter() {
        assertThat(refusal("---\ntitle: A\n\nBody").hint()).isEqualTo("end it with a line that begins with ---");
        assertThat(refusal("---\ntitle: A\n  ---\n\nBody").hint())
                .isEqualTo("take away the blanks before --- in line 3");
    }

    @Test
    void saysWhatIsMissingWhereThereAreNoKeys() {
        assertThat(refusal("---\ntitle:A\n---\n").hint()).isEqualTo("leave a blank after the colon");
        assertThat(refusal("---\ntitle = A\n---\n").hint()).isEqualTo("fence TOML with +++");
    }

    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A0000000D49484452, a PNG picture",
        "FFD8FFE000104A464946, a JPEG picture",
        "47494638396101000100, a GIF picture",
        "52494646240000005745425056503820, a WebP picture",
        "255044462D312E370A25E2E3, a PDF document",
        "504B03041400060008000000, a ZIP archive",
        "1F8B0800000000000003, compressed by gzip",
        "FFFE00002D000000, UTF-32"
    })
    void namesTheKindOfAFileThatIsNoText(String hex, String kind) {
        Finding finding = refusal(HexFormat.of().parseHex(hex));
        assertThat(finding.detail()).startsWith("line 1: the file is " + kind);
        assertThat(finding.hint()).isEqualTo("save it as text in UTF-8");
    }

    @Test
    void recognisesUtf16WithoutAMarkAndOtherEncodings() {
        assertThat(refusal("---\ntitle: A\n---\n".getBytes(UTF_16LE)).detail()).contains("UTF-16 without");
        assertThat(refusal("caf\u00e9".getBytes(ISO_8859_1)).hint()).isEqualTo("save it as text in UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "english, did you mean en?",
        "Deutsch, did you mean de?",
        "chinese, did you mean zh?",
        "cn, did you mean zh-CN?",
        "jp, did you mean ja-JP?",
        "gibberish words, write a tag such as zh-CN",
        "qqqq, write a tag such as zh-CN"
    })
    void saysHowALanguageIsWritten(String written, String hint) {
        assertThat(finding("lang: " + written).hint()).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "params: text | params",
                "keywords: [a, {b: c}] | keywords",
                "aliases: {a: b} | aliases",
                "aliases: [[/a]] | aliases",
                "authors: [{url: x}] | authors",
                "author: {url: x} | author",
                "tags: {a: b} | tags",
                "title: {a: b} | title",
                "description: [a] | description",
                "slug: [a] | slug",
                "summary: {a: b} | summary"
            })
    void drawsNothingOfAWrongTypeWithoutAWord(String line, String key) {
        Finding finding = finding("weight: 1", line);
        assertThat(finding.isError()).isFalse();
        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.key()).isEqualTo(key);
        assertThat(yaml("weight: 1", line)).isNotNull();
    }
}
