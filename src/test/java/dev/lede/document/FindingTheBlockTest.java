package dev.lede.document;

import static dev.lede.document.Readings.document;
import static dev.lede.document.Readings.reading;
import static dev.lede.document.Readings.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where front matter begins and ends. */
class FindingTheBlockTest {

    @ParameterizedTest
    @CsvSource({
        "'---\ntitle: A\n---\nBody'",
        "'+++\ntitle = \"A\"\n+++\nBody'",
        "'{\"title\": \"A\"}\nBody'",
        "'{\n  \"title\": \"A\"\n}\nBody'",
        "'{ \"title\": \"A\"}\nBody'",
        "'\uFEFF---\ntitle: A\n---\nBody'",
        "'\uFEFF\uFEFF---\ntitle: A\n---\nBody'",
        "'\n\t \r\n---\ntitle: A\n---\nBody'",
        "'\uFEFF\n{\"title\": \"A\"}\nBody'",
        "'--- \t\ntitle: A\n---\nBody'",
        "'---\ntitle: A\n---  \t\nBody'",
        "'+++ \ntitle = \"A\"\n+++ \nBody'",
        "'---\r\ntitle: A\r\n---\r\nBody'",
        "'+++\r\ntitle = \"A\"\r\n+++\r\nBody'",
        "'{\r\n\"title\": \"A\"\r\n}\r\nBody'",
        "'---\rtitle: A\r---\rBody'",
        "'+++\rtitle = \"A\"\r+++\rBody'",
        "'---\ntitle: A\r\nx: y\rz: a\n---\r\nBody'",
        "'---\ntitle: A\n...\nBody'",
        "'---\ntitle: A\n... \r\nBody'"
    })
    void splitsFrontMatterFromBody(String text) {
        Document document = document("a.md", text);
        assertThat(document.metadata().title()).isEqualTo("A");
        assertThat(document.body()).isEqualTo("Body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# A heading\n\n---\n",
                "- a list\n- of two\n",
                "+ a list\n+ of two\n",
                "<p>html</p>\n",
                "<!-- a comment -->\n\ntext",
                "<!-- a comment --> ---\ntitle: x\n---\n",
                "{{< shortcode >}}\n",
                "{% liquid %}\n",
                "{braces} in prose\n",
                "{",
                "--\ntitle: x\n--\n",
                "----\n\ntext under a thematic break\n",
                "----\ntitle: x\n---\n",
                "++ text\n",
                "",
                "   \n\n"
            })
    void takesAllAsBodyWhereNoFrontMatterBegins(String text) {
        Document document = document("a.md", text);
        assertThat(document.body()).isEqualTo(text);
        assertThat(document.metadata().title()).isNull();
        assertThat(document.bodyOffset()).isZero();
        assertThat(document.bodyLine()).isEqualTo(1);
    }

    @Test
    void leavesMarksOutOfABodyWithoutFrontMatter() {
        Document document = document("a.md", "\uFEFF\uFEFF# Heading");
        assertThat(document.body()).isEqualTo("# Heading");
        assertThat(document.bodyOffset()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "'---\n---\nBody'",
        "'---\n\n---\nBody'",
        "'---\n# only a comment\n---\nBody'",
        "'+++\n+++\nBody'",
        "'{}\nBody'",
        "'{ }\nBody'"
    })
    void takesEmptyFrontMatter(String text) {
        assertThat(document("a.md", text).body()).isEqualTo("Body");
    }

    @Test
    void takesTheRestOfTheClosingLineAsBody() {
        assertThat(document("a.md", "---\ntitle: A\n---and more\nBody").body()).isEqualTo("and more\nBody");
        assertThat(document("a.md", "---\ntitle: A\n--- and more\n").body()).isEqualTo(" and more\n");
        assertThat(document("a.md", "{\"title\": \"A\"} and more\n").body()).isEqualTo(" and more\n");
        assertThat(document("a.md", "---\ntitle: A\n-----\nBody").body()).isEqualTo("--\nBody");
    }

    @Test
    void closesAtTheFirstFenceThatBeginsALine() {
        Document document = document("a.md", "---\ntitle: A --- b\nx: |\n  ---\n---\n\n---\n\nBody");
        assertThat(document.metadata().title()).isEqualTo("A --- b");
        assertThat(document.params()).containsEntry("x", "---\n");
        assertThat(document.body()).isEqualTo("\n---\n\nBody");
    }

    @Test
    void findsTheEndOfJsonByBracesOutsideStrings() {
        Document document = document("a.md", "{\"title\": \"a } \\\" { b\", \"x\": {\"y\": {}}}\n{}\n");
        assertThat(document.metadata().title()).isEqualTo("a } \" { b");
        assertThat(document.body()).isEqualTo("{}\n");
    }

    @Test
    void takesOneLineEndAfterJsonAndNoMore() {
        assertThat(document("a.md", "{}\n\n\nBody").body()).isEqualTo("\n\nBody");
    }

    @Test
    void takesDotsInsideAYamlTextForWhatTheyAre() {
        Document document = document("a.md", "---\ntitle: A\nx: |\n  ...\n...more\n---\n".replace("...more\n", ""));
        assertThat(document.params()).containsEntry("x", "...\n");
    }

    @Test
    void endsInsideTheFileOrAtItsEnd() {
        assertThat(document("a.md", "---\ntitle: A\n---").body()).isEmpty();
        assertThat(document("a.md", "+++\ntitle = \"A\"\n+++").body()).isEmpty();
        assertThat(document("a.md", "{\"title\": \"A\"}").body()).isEmpty();
    }

    @Test
    void saysWhereTheBodyBegins() {
        Document document = document("a.md", "\uFEFF---\r\ntitle: Ä中\r\n---\r\nBody");
        // Three bytes of mark, 5 of fence, "title: " 7, "Ä中" 2 + 3, line end 2, fence 5.
        assertThat(document.bodyOffset()).isEqualTo(27);
        assertThat(document.bodyLine()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "'---\n- a\n- b\n---\n', list",
        "'---\njust text\n---\n', single value",
        "'---\n42\n---\n', single value"
    })
    void refusesFrontMatterThatIsNoMap(String text, String kind) {
        Finding finding = refusal(text);
        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.detail()).contains("not a " + kind);
    }

    @Test
    void countsColumnsInCharacters() {
        assertThat(refusal("---\nx: {😀: \"a\", date: 2025-13-01}\n").line()).isEqualTo(1);
        Finding finding = reading("a.md", "😀😀\0").findings().get(0);
        assertThat(finding.column()).isEqualTo(3);
    }

    @Test
    void takesHtmlOnlyWithFrontMatter() {
        assertThat(document("a.html", "---\ntitle: A\n---\n<p>x</p>").markup()).isEqualTo(Document.Markup.HTML);
        assertThat(reading("a.html", "<p>x</p>").document()).isEmpty();
        assertThat(document("a.md", "<p>x</p>").markup()).isEqualTo(Document.Markup.MARKDOWN);
    }

    @Test
    void takesWhatLiesInJekyllsFoldersForKramdown() {
        assertThat(document("_posts/2025-01-02-a.md", "x").markup()).isEqualTo(Document.Markup.KRAMDOWN);
        assertThat(document("site/_docs/install/a.md", "x").markup()).isEqualTo(Document.Markup.KRAMDOWN);
        assertThat(document("_index.md", "x").markup()).isEqualTo(Document.Markup.MARKDOWN);
        assertThat(document("docs/_index.md", "x").markup()).isEqualTo(Document.Markup.MARKDOWN);
    }
}
