package dev.lede.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** The {@code length} of summaries. */
class TextCutTest {

    @Test
    void leavesShortTextsWhole() {
        assertThat(TextCut.cut("Eins. Zwei.", 20, "de")).isEqualTo(new Cut("Eins. Zwei.", false));
    }

    @Test
    void leavesTextsOfJustThatLengthWhole() {
        assertThat(TextCut.cut("一二三四五", 5, "zh")).isEqualTo(new Cut("一二三四五", false));
    }

    @Test
    void cutsAtTheLastSentenceEnd() {
        assertThat(TextCut.cut("今天下雨。明天晴。后天不知道会怎么样。", 12, "zh")).isEqualTo(new Cut("今天下雨。明天晴。", true));
    }

    @Test
    void cutsAtAClauseWithoutASentenceEnd() {
        assertThat(TextCut.cut("虽然今天一直在下雨，但是我们还是决定出门去公园走走", 20, "zh")).isEqualTo(new Cut("虽然今天一直在下雨，", true));
    }

    @Test
    void cutsAtAWordWithoutAClause() {
        assertThat(TextCut.cut("internationalisation considerations everywhere", 40, "en"))
                .isEqualTo(new Cut("internationalisation considerations", true));
    }

    @Test
    void cutsAtAGraphemeWithoutAWord() {
        assertThat(TextCut.cut("a".repeat(50), 20, "en")).isEqualTo(new Cut("a".repeat(20), true));
    }

    @Test
    void countsFamiliesFlagsAndAccentsAsOne() {
        String family = "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

        assertThat(TextCut.cut(family.repeat(3), 2, "en").text()).isEqualTo(family.repeat(2));
        assertThat(TextCut.cut("e\u0301".repeat(9), 4, "fr").text()).isEqualTo("e\u0301".repeat(4));
    }

    @Test
    void doesNotTakeCommasInNumbersForClauses() {
        assertThat(TextCut.cut("About 1,000,000 people", 11, "en").text()).isEqualTo("About");
    }

    @Test
    void doesNotTakeAHeadingForASentence() {
        assertThat(TextCut.cut("Lage\nEin einziger langer Satz ohne Ende", 30, "de")
                        .text())
                .isEqualTo("Lage Ein einziger langer Satz");
    }

    @Test
    void takesABlockThatEndsWithAStopForASentence() {
        assertThat(TextCut.cut("Es regnet.\nEin langer Satz, der nicht hineinpasst", 20, "de")
                        .text())
                .isEqualTo("Es regnet.");
    }

    @Test
    void foldsLines() {
        assertThat(TextCut.cut("eins\n\n  zwei\n", 100, "de")).isEqualTo(new Cut("eins zwei", false));
    }

    @Test
    void leavesOutAQuotationThatWasJustOpened() {
        assertThat(TextCut.cut("他慢慢地说“我们走吧", 6, "zh").text()).doesNotEndWith("“");
    }

    @Test
    void cutsThaiBetweenWords() {
        assertThat(TextCut.cut("ภาษาไทยภาษาไทยภาษาไทย", 9, "th").text()).isIn("ภาษาไทย", "ภาษาไทยภาษา");
    }

    @Test
    void refusesToCutToNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> TextCut.cut("text", 0, "en"));
    }
}
