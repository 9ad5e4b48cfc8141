package dev.lede.markdown.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where sentences end; a bar marks each end. */
class SentencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "zh; 天黑了。|我们走吧！|真的吗？|好",
                "zh; 然后走了。|“真的吗？”|他问。",
                "zh; 他走了。|（没有人看见。）|雨停了。",
                "zh; 他笑了。|《三体》很好看。",
                "zh; 他说……|我不知道。",
                "zh; 他沉默了……”|我们走吧。",
                "zh; 我们——你和我——都知道。|好。",
                "zh; 他用OpenAI的模型。|iPhone也一样。",
                "zh; 版本3.5发布了。|访问example.com下载。",
                "ja; 「行こう。」|と彼は言った。|雨だ。",
                "ko; 비가 온다. |우산을 써라. |끝.",
                "ar; هل أنت بخير؟ |نعم. |شكرا."
            })
    void endsSentencesOfManyScripts(String language, String marked) {
        assertThat(sentences(marked.replace("|", ""), language)).isEqualTo(split(marked));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; Mr. Smith met Dr. Jones. |They talked.",
                "en; J. R. Smith wrote it. |We read it.",
                "en; It costs 3.50 dollars. |Buy it.",
                "en; Go to docs.example.org now. |Read.",
                "en; He lives in the U.S. and works. |She too.",
                "en; Some, e.g. Apple, agree. |Others do not.",
                "en; He left. |“Really?” |she asked.",
                "en; Wait… what now? |Nothing.",
                "en; It ended… |Then rain came.",
                "de; Am 3. Oktober ist frei. |Am 4. nicht.",
                "de; Das kostet z. B. Geld. |Viel Geld.",
                "de; Er sagte: „Gut.“ |Dann ging er.",
                "zh; 作者是J. Smith先生。|他来了。"
            })
    void knowsDotsThatEndNoSentence(String language, String marked) {
        assertThat(sentences(marked.replace("|", ""), language)).isEqualTo(split(marked));
    }

    @Test
    void endsASentenceAtAFullWidthSemicolon() {
        assertThat(sentences("一是快；二是好；三是省。", "zh")).containsExactly("一是快；", "二是好；", "三是省。");
    }

    @Test
    void tellsStraightQuotesThatOpenFromThoseThatClose() {
        assertThat(sentences("他走了。\"真的吗？\"她问。", "zh")).containsExactly("他走了。", "\"真的吗？\"", "她问。");
    }

    @Test
    void takesANumberWithADotForNoSentence() {
        assertThat(sentences("1. Install it. 2. Run it.", "en")).containsExactly("1. Install it. ", "2. Run it.");
    }

    @Test
    void takesThaiWithoutMarksForOneSentence() {
        assertThat(sentences("ภาษาไทยไม่มีเครื่องหมายจบประโยค", "th")).hasSize(1);
    }

    @Test
    void worksForLanguagesItDoesNotKnow() {
        assertThat(sentences("One. Two.", "x-nonsense")).containsExactly("One. ", "Two.");
    }

    private static List<String> split(String marked) {
        return Arrays.asList(marked.split("\\|", -1));
    }

    private static List<String> sentences(String text, String language) {
        var found = new ArrayList<String>();
        var sentences = new Sentences(text, language);
        int start = 0;
        for (int end = sentences.next(); end != Sentences.DONE; end = sentences.next()) {
            found.add(text.substring(start, end));
            start = end;
        }
        return found;
    }
}
