package dev.lede.markdown;

import static dev.lede.markdown.Rendering.kramdown;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kramdown, Jekyll's Markdown, writes about blocks and spans is no text. */
class AttributeListsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A note.\n{: .note }\n",
                "A note.\n{:.note .info}\n",
                "{: .note}\nA note.\n",
                "A note.\n{: #here style=\"color: red\" data-x=1}\n",
                "A note.\n\n{::options parse_block_html=\"true\" /}\n",
                "{::nomarkdown}\nA note.\n{:/nomarkdown}\n",
                "{::nomarkdown}\nA note.\n{:/}\n",
            })
    void vanishFromLinesOfTheirOwn(String source) {
        assertThat(kramdown(source).html()).isEqualToIgnoringNewLines("<p>A note.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[next](/next){: .button}",
                "[next](/next){:.button target=\"_blank\" rel='nofollow'}",
                "*next*{: #here}",
                "**next**{:.big}",
                "`next`{:.language-sh}",
                "![next](/next.png){: width=\"100\"}",
            })
    void vanishAfterSpans(String span) {
        assertThat(kramdown("See " + span + " time.").html()).endsWith("> time.</p>\n");
    }

    @Test
    void vanishFromQuotationsListsAndTables() {
        assertThat(kramdown("> Said.\n{: .quote}\n\n- one\n- two\n{: .list}\n\n| a |\n|---|\n| b |\n{: .wide}\n")
                        .text())
                .isEqualTo("Said.\none\ntwo\na\nb");
    }

    @Test
    void giveHeadingsTheirIds() {
        assertThat(kramdown("## Marking lines\n{: #mark .no_toc}\n\nText.\n").contents())
                .singleElement()
                .satisfies(heading -> assertThat(heading.id()).isEqualTo("mark"))
                .satisfies(heading -> assertThat(heading.title()).isEqualTo("Marking lines"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"* TOC\n{:toc}\n", "1. Contents\n{: toc}\n", "* TOC\n{:toc}\n\n{:.no_toc}\n"})
    void takeThePlaceholderOfTheContentsWithThem(String placeholder) {
        assertThat(kramdown(placeholder + "\nText.\n").html()).isEqualToIgnoringNewLines("<p>Text.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`parse` gives {:ok, value} or {:error, reason}.",
                "{:ok, value}",
                "Written {: .note} in a sentence.",
                "`{: .note}` is how it looks.",
                "    {: .note}",
                "Set {:a 1} in Clojure.",
            })
    void areTextWhereTheyAreNone(String source) {
        assertThat(kramdown(source).text()).contains("{:");
    }

    @Test
    void areTextInOtherMarkdown() {
        assertThat(Rendering.markdown("A note.\n{: .note}\n").text()).contains("{: .note}");
    }
}
