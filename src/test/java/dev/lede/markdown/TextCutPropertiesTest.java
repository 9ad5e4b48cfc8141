package dev.lede.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.lede.markdown.text.Whitespace;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every cut, over texts of many scripts put together by chance. */
class TextCutPropertiesTest {

    private static final List<Integer> LENGTHS = List.of(1, 2, 3, 20, 21, 50, 99, 140, 200, 333, 500, 999, 1_000);

    private static final List<String> PARTS = List.of(
            "今天下雨，",
            "明天晴。",
            "“真的吗？”",
            "（见上文）",
            "他说：",
            "……",
            "これは文です。",
            "「はい」と、",
            "カタカナ",
            "한국어 문장입니다. ",
            "The quick fox ",
            "jumps, ",
            "ends here. ",
            "e.g. ",
            "Dr. Who ",
            "(see \"this\") ",
            "3.14 ",
            "internationalisation",
            "\n",
            "\n\n",
            "  ",
            "\u3000",
            "\u00A0",
            "ภาษาไทย",
            "ครับ ",
            "e\u0301",
            "n\u0303\u0323",
            "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "\uD83C\uDDE9\uD83C\uDDEA",
            "\uD83D\uDC4D\uD83C\uDFFD",
            "👀",
            "مرحبا، ",
            "हिन्दी। ",
            "ខ្មែរ",
            "ລາວ",
            "မြန်မာ။",
            "a\u200Bb",
            "\u0301",
            "—",
            "; ",
            "\"",
            "'",
            "）",
            "“");

    static Stream<String> texts() {
        Stream<String> alone = PARTS.stream().flatMap(part -> Stream.of(part, part.repeat(1_500)));
        Stream<String> mixed = IntStream.range(0, 150).mapToObj(TextCutPropertiesTest::mixed);
        return Stream.concat(alone, mixed);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isAWholeBeginningThatFits(String text) {
        String folded = Whitespace.fold(text);
        for (int length : LENGTHS) {
            for (String language : List.of("zh", "ja", "en", "th", "de")) {
                Cut cut = TextCut.cut(text, length, language);

                assertThat(folded).startsWith(cut.text());
                assertThat(clusters(cut.text())).isLessThanOrEqualTo(length);
                assertThat(cut.text().isEmpty()).isEqualTo(folded.isEmpty());
                assertThat(cut.text()).isEqualTo(cut.text().strip());
                assertThat(cut.truncated()).isEqualTo(cut.text().length() < folded.length());
                assertThat(endsBetweenClusters(folded, cut.text().length())).isTrue();
                // What fits is not cut.
                assertThat(cut.truncated()).isEqualTo(clusters(folded) > length);
            }
        }
    }

    private static String mixed(int seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int count = random.nextInt(400); count >= 0; count--) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }

    private static boolean endsBetweenClusters(String text, int at) {
        BreakIterator graphemes = graphemes(text);
        return graphemes.isBoundary(at);
    }

    private static int clusters(String text) {
        BreakIterator graphemes = graphemes(text);
        int count = 0;
        while (graphemes.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    private static BreakIterator graphemes(String text) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(ULocale.ROOT);
        graphemes.setText(text);
        return graphemes;
    }
}
