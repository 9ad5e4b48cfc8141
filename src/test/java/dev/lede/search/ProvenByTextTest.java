package dev.lede.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.testsupport.Lede;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What few tokens tell is found all the same, and nothing besides: beginnings of any length, words that follow each other. */
@QuarkusTest
class ProvenByTextTest {

    /**
     * Words of all lengths that begin alike, without vowels so that in no language is one a form of another; each line is
     * an article.
     */
    private static final List<String> TEXTS = List.of(
            "qzx qzxwx qzxwxqz qzxwxqzkxkx",
            "qzxw qzxwxq qzxwxqzk qzxwxqzkxkxvx",
            "qzxwxqzkxvx qzx qzxwxqz",
            "qzxwx qzxqzkxkx qzx qzxw",
            "qzxwxqzkxkx qzx qzxwx qzxwxqz",
            "qzxwz4kxkx qzxw qzxwxq",
            "qzxwz4kxvx qzxwxq qzxw",
            "qzx qzk qzx qzxwx");

    @BeforeEach
    void store() {
        Lede.putAll(
                        TEXTS.size(),
                        i -> "content/begun/" + i + ".md",
                        i -> "---\nslug: begun-" + i + "\ndate: 2024-01-01\n---\n" + TEXTS.get(i))
                .then()
                .statusCode(200);
    }

    @Test
    void findsWordsByAnyBeginning() {
        var beginnings = new TreeSet<String>();
        for (var word : String.join(" ", TEXTS).split(" ", -1)) {
            IntStream.rangeClosed(2, word.length()).forEach(end -> beginnings.add(word.substring(0, end)));
        }
        for (var beginning : beginnings) {
            assertThat(found(beginning))
                    .as(beginning)
                    .isEqualTo(thoseWith(text -> (" " + text).contains(" " + beginning)));
        }
    }

    @Test
    void findsPhrasesWhereWordsFollowEachOther() {
        var words = new TreeSet<>(List.of(String.join(" ", TEXTS).split(" ", -1)));
        words.removeIf(word -> word.contains("4"));
        for (var first : words) {
            for (var second : words) {
                var phrase = first + " " + second;
                assertThat(found("\"" + phrase + "\""))
                        .as(phrase)
                        .isEqualTo(thoseWith(text -> (" " + text + " ").contains(" " + phrase + " ")));
            }
        }
    }

    private static List<String> thoseWith(Predicate<String> wanted) {
        var slugs = new ArrayList<String>();
        for (int i = 0; i < TEXTS.size(); i++) {
            if (wanted.test(TEXTS.get(i))) {
                slugs.add("begun-" + i);
            }
        }
        return slugs;
    }

    private static List<String> found(String q) {
        return given()
                .queryParam("q", q)
                .get("/v1/search?section=begun")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("items.slug")
                .stream()
                .sorted()
                .toList();
    }
}
