package dev.lede.markdown.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {

    @ParameterizedTest
    @CsvSource({
        "The quick brown fox, 4",
        "Don't stop - ever, 4",
        "Der Fuß- und Radweg, 4",
        "مرحبا بالعالم الجميل, 3",
        "한국어 문장입니다, 2",
        "🙂 ok, 2"
    })
    void countsWordsAtWhiteSpace(String text, int words) {
        assertThat(Counts.of(text)).isEqualTo(new Counts(0, words));
    }

    @Test
    void countsEachHanAndKanaCharacter() {
        assertThat(Counts.of("中文字カタカナひらがな々ー")).isEqualTo(new Counts(13, 0));
    }

    @Test
    void doesNotCountTheirPunctuation() {
        assertThat(Counts.of("“你好”，世界！（真的）……")).isEqualTo(new Counts(6, 0));
    }

    @Test
    void countsLatinWordsAmongHan() {
        assertThat(Counts.of("使用OpenAI的3nm芯片，AI！")).isEqualTo(new Counts(5, 3));
    }

    @Test
    void doesNotChangeAnEnglishTextForOneKanji() {
        assertThat(Counts.of("The word 道 means way, they say")).isEqualTo(new Counts(1, 6));
    }

    @Test
    void splitsThaiByDictionary() {
        assertThat(Counts.of("ภาษาไทย")).isEqualTo(new Counts(0, 2));
    }

    @Test
    void splitsLaoKhmerAndBurmeseByDictionary() {
        assertThat(Counts.of("ຂ້ອຍມັກກິນເຂົ້າ").otherWords()).isGreaterThan(1);
        assertThat(Counts.of("ខ្ញុំចូលចិត្តញ៉ាំបាយ").otherWords()).isGreaterThan(1);
        assertThat(Counts.of("ကျွန်တော်ထမင်းစားတယ်").otherWords()).isGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 1, 1", "0, 213, 1", "0, 214, 2", "501, 0, 1", "502, 0, 2", "501, 213, 2", "250, 106, 1"})
    void readsInMinutesRoundedUp(int ideographs, int words, int minutes) {
        assertThat(new Counts(ideographs, words).readingTime()).isEqualTo(minutes);
    }
}
