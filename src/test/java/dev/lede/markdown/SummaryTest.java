package dev.lede.markdown;

import static dev.lede.markdown.Rendering.markdown;
import static dev.lede.markdown.Rendering.summary;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a summary comes from, and what is in it. */
class SummaryTest {

    @ParameterizedTest
    @ValueSource(strings = {"<!--more-->", "<!-- more -->"})
    void takesEverythingBeforeTheDivider(String divider) {
        assertThat(summary("# Titel\n\nDer *Anfang*.\n\n" + divider + "\n\nDer Rest.", "Front matter", null))
                .isEqualTo(new Summary("Titel Der Anfang.", SummarySource.DIVIDER, true));
    }

    @Test
    void findsTheDividerInsideAParagraph() {
        assertThat(summary("Davor <!--more--> danach", null, null))
                .isEqualTo(new Summary("Davor", SummarySource.DIVIDER, true));
    }

    @Test
    void leavesNothingOutWhenOnlyWhiteSpaceFollowsTheDivider() {
        assertThat(summary("Alles.\n\n<!--more-->\n\n  \n", null, null))
                .isEqualTo(new Summary("Alles.", SummarySource.DIVIDER, false));
    }

    @Test
    void leavesAPictureOutThatFollowsTheDivider() {
        assertThat(summary("Alles.\n\n<!--more-->\n\n![](a.png)", null, null).truncated())
                .isTrue();
    }

    @Test
    void takesAnEmptyBeginningForASummaryToo() {
        assertThat(summary("<!--more-->\n\nRest.", null, null)).isEqualTo(new Summary("", SummarySource.DIVIDER, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"```\n<!--more-->\n```", "    <!--more-->", "Der Code `<!--more-->` teilt."})
    void ignoresDividersInCode(String code) {
        assertThat(summary("Anfang.\n\n" + code + "\n\nEnde.", null, null).source())
                .isEqualTo(SummarySource.AUTO);
    }

    @Test
    void takesTheAuthorsSeparatorForADivider() {
        assertThat(summary("Davor.\n\n---schnitt---\n\nDanach.", null, "---schnitt---"))
                .isEqualTo(new Summary("Davor.", SummarySource.DIVIDER, true));
    }

    @Test
    void takesACommentForASeparator() {
        assertThat(summary("Davor.\n<!-- excerpt-end -->\nDanach.", null, "<!-- excerpt-end -->"))
                .isEqualTo(new Summary("Davor.", SummarySource.DIVIDER, true));
    }

    @Test
    void takesABlankLineForASeparator() {
        assertThat(summary("Erster\nAbsatz.\n\nZweiter.", null, "\n\n"))
                .isEqualTo(new Summary("Erster Absatz.", SummarySource.DIVIDER, true));
    }

    @Test
    void setsADividerOffThatHasTextAfterItOnItsLine() {
        RenderedBody body = markdown("Davor.\n<!--more-->Danach *betont*.");

        assertThat(body.summary()).isEqualTo(new Summary("Davor.", SummarySource.DIVIDER, true));
        assertThat(body.html()).contains("<p>Danach <em>betont</em>.</p>");
    }

    @Test
    void setsADividerOffBetweenTwoWords() {
        RenderedBody body = markdown("Davor.<!--more-->Danach *betont*.");

        assertThat(body.summary()).isEqualTo(new Summary("Davor.", SummarySource.DIVIDER, true));
        assertThat(body.wordCount()).isEqualTo(3);
    }

    @Test
    void findsSeparatorsInHtml() {
        var body =
                new Body("<p>Davor.</p>{cut}<p>Danach.</p>", Markup.HTML, "de", null, "{cut}", LinkTargets.AS_WRITTEN);

        assertThat(new BodyRenderer(RenderSettings.DEFAULT)
                        .render(body)
                        .summary()
                        .text())
                .isEqualTo("Davor.");
    }

    @Test
    void ignoresSeparatorsInCode() {
        String source = "Davor `~~` und:\n\n```\n~~\n```\n\nImmer noch.\n\n~~\n\nDanach.";

        assertThat(summary(source, null, "~~").text()).isEqualTo("Davor ~~ und: ~~ Immer noch.");
    }

    @Test
    void takesMarkdownAndEntitiesOffTheFrontMatterSummary() {
        assertThat(summary("Text.", "Ein **fetter** [Link](x.md) &amp; `code`\n  auf zwei Zeilen", null))
                .isEqualTo(new Summary("Ein fetter Link & code auf zwei Zeilen", SummarySource.FRONT_MATTER, false));
    }

    @Test
    void keepsTheFrontMatterSummarysQuotesDotsAndDashes() {
        String written = "\"Straight\" quotes -- and 3 dots... 'stay'";

        assertThat(summary("Text.", written, null).text()).isEqualTo(written);
    }

    @Test
    void keepsANumberAtTheBeginningOfTheFrontMatterSummary() {
        assertThat(summary("Text.", "3. Oktober: ein Feiertag", null).text()).isEqualTo("3. Oktober: ein Feiertag");
    }

    @Test
    void takesABlankFrontMatterSummaryForNone() {
        assertThat(summary("Text.", "  \n", null)).isEqualTo(new Summary("Text.", SummarySource.AUTO, false));
    }

    @Test
    void takesWholeChineseSentencesUpTo140Characters() {
        String sentence = "天".repeat(59) + "。";

        Summary summary = markdown(sentence.repeat(5), "zh-CN").summary();

        // 2 × 59 = 118 units are too few, 3 × 59 = 177 are enough.
        assertThat(summary).isEqualTo(new Summary(sentence.repeat(3), SummarySource.AUTO, true));
    }

    @Test
    void takesWholeEnglishSentencesUpTo70Words() {
        String sentence = "One two three four five six seven eight nine ten. ";

        assertThat(markdown(sentence.repeat(9)).summary())
                .isEqualTo(new Summary(sentence.repeat(7).strip(), SummarySource.AUTO, true));
    }

    @Test
    void takesAllOfAShortText() {
        assertThat(markdown("Kurz. Gut.", "de").summary())
                .isEqualTo(new Summary("Kurz. Gut.", SummarySource.AUTO, false));
    }

    @Test
    void endsASentenceWhereItsBlockEnds() {
        String word = "wort ";

        Summary summary =
                markdown(word.repeat(80) + "\n\n" + word.repeat(80), "de").summary();

        assertThat(summary).isEqualTo(new Summary(word.repeat(80).strip(), SummarySource.AUTO, true));
    }

    @Test
    void setsBlocksOffByOneSpace() {
        assertThat(markdown("第一段。\n\n第二段。\n\n- 第三项", "zh").summary().text()).isEqualTo("第一段。 第二段。 第三项");
    }

    @Test
    void takesParagraphsItemsAndQuotesAlone() {
        String source = """
                # Heading

                Paragraph with `code`.

                | Table |
                |-------|
                | cell  |

                ```
                block()
                ```

                <figure><img src="a.png"><figcaption>Caption</figcaption></figure>

                - Item

                > Quote[^1]

                [^1]: Note
                """;

        assertThat(markdown(source).summary())
                .isEqualTo(new Summary("Paragraph with code. Item Quote", SummarySource.AUTO, false));
    }

    @Test
    void cutsAnEndlessChineseSentenceAtAClause() {
        String clause = "云".repeat(19) + "，";

        Summary summary = markdown(clause.repeat(40), "zh").summary();

        // 280 units hold 14 clauses of 19 characters and a part of the next.
        assertThat(summary).isEqualTo(new Summary(clause.repeat(14), SummarySource.AUTO, true));
    }

    @Test
    void cutsAnEndlessEnglishSentenceAfterAWord() {
        Summary summary = markdown("word ".repeat(500)).summary();

        assertThat(summary.text()).isEqualTo("word ".repeat(140).strip());
        assertThat(summary.truncated()).isTrue();
    }

    @Test
    void cutsThaiBetweenWords() {
        // ภาษา|ไทย: two words of two units each.
        String text = markdown("ภาษาไทย".repeat(200), "th").summary().text();

        assertThat(text).isEqualTo("ภาษาไทย".repeat(70));
    }

    @Test
    void boundsWordsThatHaveNoEnd() {
        assertThat(markdown("x".repeat(110_000)).summary().text()).hasSizeLessThan(400);
    }

    @Test
    void takesAsMuchAsSettingsSay() {
        var body = new Body("One two. Three four. Five.", Markup.MARKDOWN, "en", null, null, LinkTargets.AS_WRITTEN);
        var renderer = new BodyRenderer(new RenderSettings(5, Set.of()));

        assertThat(renderer.render(body).summary().text()).isEqualTo("One two. Three four.");
    }

    @Test
    void leaveNoGapWhereAPictureOrAShortcodeWas() {
        assertThat(summary("See the map ![map](map.png). Or {{< icon >}}, if you like. In .NET, too ...", null, null)
                        .text())
                .isEqualTo("See the map. Or, if you like. In .NET, too ...");
    }
}
