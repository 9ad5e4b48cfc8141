package dev.lede.article;

import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ArticleMediaTest {

    private static final String DOCUMENT = """
            ---
            title: Eine Nachricht
            date: 2024-03-02T10:00:00+01:00
            lastmod: 2024-03-03
            lang: de
            author: Erika Beispiel
            tags: [Wirtschaft]
            thumbnail: https://pictures.example/a.jpg
            summary: Kurz gesagt.
            ---
            Ein *erster* Absatz.

            <script>alert(1)</script>
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|application/json",
                "*/*|application/json",
                "text/html|text/html",
                "text/plain|text/plain",
                "text/*|text/html",
                "text/*;q=0.5, application/json;q=0.1|text/html",
                "''|application/json",
                "text/markdown|text/markdown",
                "application/ld+json|application/ld+json",
                "text/html;q=0.5, text/markdown|text/markdown",
                "application/json;q=0, */*;q=0.1|text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|text/html",
            })
    void answersWhatIsAcceptedMostGladly(String accept, String type) {
        put("media/negotiated.md", DOCUMENT);

        given().header("Accept", accept)
                .get("/v1/articles/negotiated")
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .header("Vary", containsString("Accept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/xml", "text/html;q=0"})
    void refusesWhatIsNotOffered(String accept) {
        put("media/refused.md", DOCUMENT);

        given().header("Accept", accept)
                .get("/v1/articles/refused")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void namesAcceptAmongWhatItVariesBy() {
        put("media/varied.md", DOCUMENT);

        given().get("/v1/articles/varied").then().header("Vary", equalTo("Accept, Accept-Encoding"));
        given().get("/v1/summaries/varied").then().header("Vary", equalTo("Accept-Encoding"));
    }

    @Test
    void showsTheBodySafely() {
        put("media/html.md", DOCUMENT);

        var page = given().header("Accept", "text/html").get("/v1/articles/html");
        assertThat(page.asString()).isEqualToIgnoringWhitespace("<p>Ein <em>erster</em> Absatz.</p>");
        page.then().header("Content-Security-Policy", containsString("sandbox"));
        given().header("Accept", "text/plain").get("/v1/articles/html").then().body(equalTo("Ein erster Absatz."));
    }

    @Test
    void givesTheDocumentsOwnBytes() {
        put("media/source.md", DOCUMENT);

        var bytes = given().header("Accept", "text/markdown")
                .get("/v1/articles/source")
                .asByteArray();
        assertThat(bytes).isEqualTo(DOCUMENT.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void describesTheArticleToSearchEngines() {
        put("news/linked.md", DOCUMENT);

        given().header("Accept", "application/ld+json")
                .get("/v1/articles/linked")
                .then()
                .body("'@context'", equalTo("https://schema.org"))
                .body("'@type'", equalTo("NewsArticle"))
                .body("headline", equalTo("Eine Nachricht"))
                .body("description", equalTo("Kurz gesagt."))
                .body("inLanguage", equalTo("de"))
                .body("datePublished", equalTo("2024-03-02T10:00:00+01:00"))
                .body("dateModified", equalTo("2024-03-03T00:00:00Z"))
                .body("author[0].'@type'", equalTo("Person"))
                .body("author[0].name", equalTo("Erika Beispiel"))
                .body("image", equalTo("https://pictures.example/a.jpg"))
                .body("keywords", equalTo(List.of("Wirtschaft")))
                .body("url", equalTo("/de/news/linked/"));
        put("media/no-news.md", DOCUMENT);
        given().header("Accept", "application/ld+json")
                .get("/v1/articles/no-news")
                .then()
                .body("'@type'", equalTo("Article"));
    }
}
