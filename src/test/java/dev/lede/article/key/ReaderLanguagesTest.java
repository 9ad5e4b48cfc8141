package dev.lede.article.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderLanguagesTest {

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 1",
        "zh, 1",
        "ZH-tw, 1",
        "zho, 1000",
        "pt-BR, 2",
        "pt, 1000",
        "pt-BR-x-own, 2",
        "en, 3",
        "eng, 1000",
        "fr, 1000",
    })
    void ranksAnArticlesLanguageByTheFirstTagThatItSatisfies(String lang, int rank) {
        var languages = new ReaderLanguages(List.of("zh", "pt-br", "en", "en"), 1);

        assertThat(languages.rank(lang)).isEqualTo(rank);
    }
}
