package dev.lede.markdown;

import static dev.lede.markdown.Rendering.markdown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids of headings, and the table of contents. */
class ContentsTest {

    @Test
    void lowersAndHyphenatesTitles() {
        assertThat(ids("## Getting Started Now")).containsExactly("getting-started-now");
    }

    @Test
    void dropsPunctuationButUnderscoresAndHyphens() {
        assertThat(ids("## What's new_in v1.2-rc?")).containsExactly("whats-new_in-v12-rc");
    }

    @Test
    void keepsAHyphenForEachSpaceAroundDroppedPunctuation() {
        assertThat(ids("## Salt & Pepper")).containsExactly("salt--pepper");
    }

    @Test
    void keepsLettersOfEveryScript() {
        assertThat(ids("## 安装 指南", "## Größe", "## مقدمة قصيرة", "## はじめに"))
                .containsExactly("安装-指南", "größe", "مقدمة-قصيرة", "はじめに");
    }

    @Test
    void numbersRepeatedIds() {
        assertThat(ids("## Fazit", "## Fazit", "## Fazit")).containsExactly("fazit", "fazit-1", "fazit-2");
    }

    @Test
    void stepsOverIdsThatAreTaken() {
        assertThat(ids("## Fazit", "## Fazit 1", "## Fazit")).containsExactly("fazit", "fazit-1", "fazit-2");
    }

    @Test
    void callsAHeadingOfPunctuationHeading() {
        assertThat(ids("## ???")).containsExactly("heading");
    }

    @Test
    void takesIdsFromAuthors() {
        RenderedBody body = markdown("## 安装 {#install}\n");

        assertThat(body.html()).isEqualTo("<h2 id=\"install\">安装</h2>\n");
        assertThat(body.contents()).containsExactly(new Heading("install", "安装", 2, List.of()));
    }

    @Test
    void takesOffOtherAttributesOfHeadings() {
        assertThat(markdown("## Setup {.wide #set-up data-x=\"1\"}\n").html())
                .isEqualTo("<h2 id=\"set-up\">Setup</h2>\n");
    }

    @Test
    void leavesBracesThatAreNoAttributes() {
        assertThat(markdown("## The set {a, b}\n").html()).isEqualTo("<h2 id=\"the-set-a-b\">The set {a, b}</h2>\n");
    }

    @Test
    void makesATreeOfLevelsTwoToFour() {
        List<Heading> contents = markdown("# One\n## Two\n### Three\n#### Four\n##### Five\n## Again\n")
                .contents();

        assertThat(contents)
                .containsExactly(
                        new Heading(
                                "two",
                                "Two",
                                2,
                                List.of(new Heading(
                                        "three", "Three", 3, List.of(new Heading("four", "Four", 4, List.of()))))),
                        new Heading("again", "Again", 2, List.of()));
    }

    @Test
    void hangsSkippedLevelsOnTheNextHigherOne() {
        assertThat(markdown("### Lone\n## Two\n#### Four\n").contents())
                .containsExactly(
                        new Heading("lone", "Lone", 3, List.of()),
                        new Heading("two", "Two", 2, List.of(new Heading("four", "Four", 4, List.of()))));
    }

    @Test
    void listsHeadingsOfRawHtmlWithTheirIds() {
        assertThat(markdown("<h2 id=\"eigen\">Roh &amp; gut</h2>\n").contents())
                .containsExactly(new Heading("eigen", "Roh & gut", 2, List.of()));
    }

    @Test
    void leavesFootnoteMarksOutOfTitles() {
        assertThat(markdown("## Claim[^1]\n\n[^1]: Proof.\n").contents())
                .containsExactly(new Heading("claim", "Claim", 2, List.of()));
    }

    private static List<String> ids(String... headings) {
        return markdown(String.join("\n\n", headings)).contents().stream()
                .map(Heading::id)
                .toList();
    }
}
