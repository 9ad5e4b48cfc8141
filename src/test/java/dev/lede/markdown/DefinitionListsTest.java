package dev.lede.markdown;

import static dev.lede.markdown.Rendering.markdown;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Definition lists, as Hugo's parser has them by default. */
class DefinitionListsTest {

    @Test
    void haveTermsAndDefinitions() {
        assertThat(markdown("Tide\n: The sea comes *in*.\n").html())
                .isEqualToIgnoringNewLines("<dl><dt>Tide</dt><dd>The sea comes <em>in</em>.</dd></dl>");
    }

    @Test
    void haveATermOnEachLineAndSeveralDefinitions() {
        assertThat(markdown("Ebb\nFlow\n: out\n: in\n").html())
                .isEqualToIgnoringNewLines("<dl><dt>Ebb</dt><dt>Flow</dt><dd>out</dd><dd>in</dd></dl>");
    }

    @Test
    void goOnWithTheNextTerm() {
        assertThat(markdown("Ebb\n: out\n\nFlow\n: in\n").html())
                .isEqualToIgnoringNewLines("<dl><dt>Ebb</dt><dd>out</dd><dt>Flow</dt><dd>in</dd></dl>");
    }

    @Test
    void haveParagraphsAfterABlankLine() {
        assertThat(markdown("Tide\n\n: The sea.\n\n  It comes in.\n").html())
                .isEqualToIgnoringNewLines("<dl><dt>Tide</dt><dd><p>The sea.</p><p>It comes in.</p></dd></dl>");
    }

    @Test
    void mayHaveBlocksThatAreIndentedAsFarAsTheirText() {
        assertThat(markdown("Tools\n:   These:\n\n    - saw\n    - axe\n\nAfter.\n")
                        .html())
                .contains("<dd>", "<li>saw</li>", "<li>axe</li>")
                .containsSubsequence("</dl>", "<p>After.</p>");
    }

    @Test
    void standInListsAndQuotations() {
        assertThat(markdown("> Ebb\n> : out\n").html()).containsSubsequence("<blockquote>", "<dt>Ebb</dt>", "<dd>out");
        assertThat(markdown("- Ebb\n  : out\n").html()).containsSubsequence("<li>", "<dt>Ebb</dt>", "<dd>out");
    }

    @Test
    void countNoColons() {
        RenderedBody body = markdown("Tide\n: The sea comes in.\n: The sea goes out.\n");

        assertThat(body.text()).isEqualTo("Tide\nThe sea comes in.\nThe sea goes out.");
        assertThat(body.wordCount()).isEqualTo(9);
        assertThat(body.summary().text()).doesNotContain(":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ": No term before it.",
                "# Heading\n: after a heading",
                "Term\n:no blank after the colon",
                "Term\n : a blank before the colon",
                "- item\n\n: after a list",
                "Emoji :smile: in a line\n:tada:",
            })
    void needAParagraphBeforeTheColonAndABlankAfterIt(String source) {
        assertThat(markdown(source + "\n").html()).doesNotContain("<dl>").contains(":");
    }

    @Test
    void areNotReadInCode() {
        assertThat(markdown("```\nTerm\n: not a definition\n```\n").html()).doesNotContain("<dl>");
    }
}
