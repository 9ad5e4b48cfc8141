package dev.lede.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("title", "date", "publishDate", "thumbnail", "q");

    @ParameterizedTest
    @CsvSource({
        "titel, title",
        "tile, title",
        "titlee, title",
        "TITLE, title",
        "publishdate, publishDate",
        "pubishDat, publishDate",
        "thumbnial, thumbnail"
    })
    void findsWhatWasMeant(String given, String meant) {
        assertThat(Nearest.to(given, KNOWN)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"colour", "xyz", "''", "publish"})
    void findsNothingInWhatIsNoSlip(String given) {
        assertThat(Nearest.to(given, KNOWN)).isNull();
    }

    @Test
    void takesTheFewestEditsAndOfTheseTheFirst() {
        assertThat(Nearest.to("taq", List.of("tags", "tag"))).isEqualTo("tag");
        assertThat(Nearest.to("tap", List.of("tag", "tab"))).isEqualTo("tag");
    }

    @Test
    void doesNotEvenTryForLongTexts() {
        assertThat(Nearest.to("a".repeat(65), List.of("a".repeat(65)))).isNull();
        assertThat(Nearest.to("a".repeat(64), List.of("a".repeat(63)))).isNotNull();
    }
}
