package dev.lede.markdown;

import static dev.lede.markdown.Rendering.html;
import static dev.lede.markdown.Rendering.markdown;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What of a page is text. */
class PlainTextTest {

    @Test
    void putsEachBlockOnALine() {
        assertThat(markdown("# Titel\n\nErster\nAbsatz.\n\n- eins\n- zwei\n\n> Zitat\n")
                        .text())
                .isEqualTo("Titel\nErster Absatz.\neins\nzwei\nZitat");
    }

    @Test
    void decodesEntities() {
        assertThat(markdown("K&ouml;ln &amp; Umland &#x1F600;").text()).isEqualTo("Köln & Umland 😀");
    }

    @Test
    void keepsCodeWithItsLinesAndIndentation() {
        assertThat(markdown("Vorher\n\n```\nif x:\n    y\n```\n").text()).isEqualTo("Vorher\nif x:\n    y");
    }

    @Test
    void putsEachTableRowOnALine() {
        assertThat(markdown("| a | b |\n|---|---|\n| c | d |\n").text()).isEqualTo("a b\nc d");
    }

    @Test
    void breaksLinesWhereTheAuthorDoes() {
        assertThat(markdown("Rosen  \nVeilchen<br>Nelken").text()).isEqualTo("Rosen\nVeilchen\nNelken");
    }

    @Test
    void leavesOutScriptsStylesAndComments() {
        assertThat(html("<p>a<script>b()</script><style>c{}</style><!-- d -->e</p>")
                        .text())
                .isEqualTo("ae");
    }

    @Test
    void leavesOutAlternativeTexts() {
        assertThat(markdown("Vor ![Bildtext](a.png) nach").text()).isEqualTo("Vor nach");
    }

    @Test
    void leavesOutFootnoteMarksButNotTheNotes() {
        assertThat(markdown("Behauptung.[^1]\n\n[^1]: Beleg.\n").text()).isEqualTo("Behauptung.\nBeleg.");
    }

    @Test
    void foldsWhiteSpaceOfEveryKind() {
        assertThat(markdown("\u3000\u3000中文&nbsp;&nbsp;段落\t末尾").text()).isEqualTo("中文 段落 末尾");
    }

    @Test
    void doesNotTearInlineElementsApart() {
        assertThat(html("<p>un<b>glaub</b>lich</p>").text()).isEqualTo("unglaublich");
    }
}
