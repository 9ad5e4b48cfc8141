package dev.lede.markdown;

import static dev.lede.markdown.Rendering.markdown;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The beginning of what automatic summaries are made from. */
class ProseTest {

    @Test
    void hasParagraphsItemsAndQuotesAlone() {
        String source = "# No\n\nOne\n*two*.\n\n```\nno\n```\n\n- Three\n\n| no |\n|---|\n| no |\n\n> Four{{< no >}}\n";

        assertThat(markdown(source).prose()).isEqualTo("One two.\nThree\nFour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "字",
                "word ",
                "e\u0301",
                "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "ภาษาไทย",
                "Ein Satz.\n\n"
            })
    void hasElevenHundredClustersAndHardlyMore(String text) {
        assertThat(clusters(markdown(text.repeat(3_000)).prose())).isBetween(1_099, 1_110);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 1_099, 1_100})
    void isWholeWhenShorter(int length) {
        assertThat(markdown("云".repeat(length)).prose()).isEqualTo("云".repeat(length));
    }

    @Test
    void isBoundedForEndlessClusters() {
        assertThat(markdown("a" + "\u0301".repeat(110_000)).prose()).hasSize(17_600);
        assertThat(markdown(("a" + "\u0301".repeat(1_000)).repeat(100)).prose()).hasSize(17 * 1_001);
    }

    @Test
    void agreesWithTheAutomaticSummary() {
        RenderedBody body =
                markdown("Der erste Satz. ".repeat(20) + "\n\n- Ein *Punkt*.\n\n" + "Noch einer. ".repeat(60), "de");

        assertThat(body.prose().replace('\n', ' ')).startsWith(body.summary().text());
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 140, 999, 1_000})
    void givesTheSameCutsAsAllOfIt(int length) {
        String source = "今天下雨，明天晴。“真的吗？”他问。 Dr. Smith met 3.5 million people, e.g. in St. Louis. ".repeat(60);

        assertThat(TextCut.cut(markdown(source, "zh").prose(), length, "zh"))
                .isEqualTo(TextCut.cut(source, length, "zh"));
    }

    private static int clusters(String text) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(ULocale.ROOT);
        graphemes.setText(text);
        int count = 0;
        while (graphemes.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }
}
