package dev.lede.search.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeighboursTest {

    @Test
    void differInOneLetter() {
        var near = Neighbours.of("kiln");

        assertThat(near)
                .contains("iln", "kin", "kil", "ikln", "klin", "kinl", "kilt", "bkiln", "kilns", "kiiln")
                .doesNotContain("kiln", "klni", "kilnss", "kl")
                .allSatisfy(word -> assertThat(Distance.of("kiln", word, 2)).isEqualTo(1));
    }

    @Test
    void areWrittenInTheSameScript() {
        assertThat(Neighbours.of("печь")).contains("течь", "печи", "печ").noneMatch(word -> word.matches(".*[a-z].*"));
        assertThat(Neighbours.of("украна")).contains("украіна");
        assertThat(Neighbours.of("լեզո")).contains("լեզու");
        assertThat(Neighbours.of("τυρι")).contains("τυρια", "υτρι");
    }

    @Test
    void ofOneLetterAreNeverEmpty() {
        assertThat(Neighbours.of("a")).doesNotContain("", "a").contains("b", "ab", "ba");
    }
}
