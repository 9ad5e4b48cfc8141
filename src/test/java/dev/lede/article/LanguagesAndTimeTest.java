package dev.lede.article;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LanguagesAndTimeTest {

    @BeforeEach
    void languages() {
        put("tongues/tongue-one.en.md", "---\ntitle: One en\n---\nText.\n");
        put("tongues/tongue-one.de.md", "---\ntitle: One de\n---\nText.\n");
        put("tongues/tongue-one.zh-cn.md", "---\ntitle: One zh\n---\nText.\n");
        put("tongues/tongue-two.en.md", "---\ntitle: Two en\n---\nText.\n");
        put("tongues/tongue-two.zh-cn.md", "---\ntitle: Two zh\n---\nText.\n");
        put("tongues/tongue-three.zh-cn.md", "---\ntitle: Three zh\n---\nText.\n");
        put("tongues/tongue-three.de.md", "---\ntitle: Three de\ndraft: true\n---\nText.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lang=de|One de",
                "lang=de&fallback=en|One de,Two en",
                "lang=de&fallback=en,zh-CN|One de,Three zh,Two en",
                "lang=de&fallback=zh-cn,en|One de,Three zh,Two zh",
                "lang=fr&fallback=de|One de",
                "lang=de,zh-CN|One de,One zh,Three zh,Two zh",
            })
    void fallsBackToTheFirstLanguageThatIsThere(String query, String titles) {
        given().get("/v1/articles?section=tongues&sort=title&" + query)
                .then()
                .body("items.title", equalTo(List.of(titles.split(","))))
                .body("page.total", equalTo(titles.split(",").length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fallback=en", "lang=de,en&fallback=zh-CN", "lang=zh_CN", "lang=german!"})
    void refusesLanguagesThatAreNoneAndFallbacksOfNothing(String query) {
        given().get("/v1/articles?" + query).then().statusCode(400);
    }

    @Test
    void choosesAmongTranslationsAndSaysByWhat() {
        given().get("/v1/articles/tongue-one?lang=de")
                .then()
                .body("title", equalTo("One de"))
                .header("Vary", equalTo("Accept, Accept-Encoding"));
        given().header("Accept-Language", "fr, zh;q=0.8, de;q=0.5")
                .get("/v1/articles/tongue-one")
                .then()
                .body("title", equalTo("One zh"))
                .header("Vary", equalTo("Accept, Accept-Encoding, Accept-Language"));
        given().get("/v1/articles/tongue-one").then().body("title", equalTo("One en"));
        given().header("Accept-Language", "de")
                .get("/v1/articles/tongue-three")
                .then()
                .body("title", equalTo("Three zh"))
                .header("Vary", equalTo("Accept, Accept-Encoding"));
    }

    @Test
    void namesTheNeighborsByDateInSectionAndLanguage() {
        put("row/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\nText.\n");
        put("row/b.md", "---\ntitle: B\ndate: 2024-01-02\n---\nText.\n");
        put("row/c.md", "---\ntitle: C\ndate: 2024-01-03\n---\nText.\n");
        put("row/other.de.md", "---\ntitle: German\ndate: 2024-01-02T12:00:00Z\n---\nText.\n");
        put("row/draft.md", "---\ntitle: Draft\ndate: 2024-01-02T13:00:00Z\ndraft: true\n---\nText.\n");

        given().get("/v1/articles?section=row&lang=en&sort=date&include=neighbors")
                .then()
                .body("items[0].neighbors.previous", nullValue())
                .body("items[0].neighbors.next.title", equalTo("B"))
                .body("items[1].neighbors.previous.title", equalTo("A"))
                .body("items[1].neighbors.next.url", equalTo("/row/c/"))
                .body("items[2].neighbors.next", nullValue());
        Map<String, ?> next = given().get("/v1/articles?section=row&slug=a&fields=neighbors.next")
                .path("items[0].neighbors.next");
        assertThat(next.keySet()).containsExactlyInAnyOrder("id", "slug", "url", "title");
        given().get("/v1/articles/a?section=row").then().statusCode(400);
    }

    @Test
    void showsWhatWasOrWillBeVisibleAtAMoment() {
        put("times/past.md", "---\ntitle: Past\ndate: 2020-01-01\nexpiryDate: 2021-01-01\n---\nText.\n");
        put("times/now.md", "---\ntitle: Now\ndate: 2020-06-01\n---\nText.\n");
        put("times/future.md", "---\ntitle: Future\ndate: 2999-01-01\n---\nText.\n");
        put("times/draft.md", "---\ntitle: Draft\ndate: 2020-01-01\ndraft: true\n---\nText.\n");

        asOf("2020-02-01", "Past");
        asOf("2020-07-01T00:00:00Z", "Past", "Now");
        asOf("2021-01-01", "Now");
        asOf("2999-01-02", "Now", "Future");
        admin().get("/v1/articles/past?asOf=2020-02-01").then().statusCode(200);
        admin().get("/v1/articles/past").then().statusCode(404);
        given().get("/v1/articles?asOf=2020-02-01").then().statusCode(401);
        admin().get("/v1/articles?asOf=2020-02-01&perspective=all").then().statusCode(400);
        admin().get("/v1/articles?asOf=then").then().statusCode(400).body("errors.parameter", hasItem("asOf"));
    }

    private static void asOf(String moment, String... titles) {
        admin().get("/v1/articles?section=times&asOf=" + moment)
                .then()
                .header("Cache-Control", equalTo("private, no-store"))
                .body("items.title", containsInAnyOrder(titles))
                .body("page.total", equalTo(titles.length));
    }

    @Test
    void countsArticlesByMonth() {
        put("months/a.md", "---\ntitle: A\ndate: 2023-12-31T23:30:00Z\ntags: [monthly]\n---\nText.\n");
        put("months/b.md", "---\ntitle: B\ndate: 2024-02-01\ntags: [monthly]\n---\nText.\n");
        put("months/c.md", "---\ntitle: C\ndate: 2024-02-29\n---\nText.\n");
        put("months/d.md", "---\ntitle: D\ndate: 2024-02-29\ndraft: true\n---\nText.\n");
        put("months/e.md", "---\ntitle: No date\n---\nText.\n");

        given().get("/v1/archive?section=months")
                .then()
                .statusCode(200)
                .body(
                        "items",
                        equalTo(List.of(
                                Map.of("year", 2024, "month", 2, "count", 2),
                                Map.of("year", 2023, "month", 12, "count", 1))));
        given().get("/v1/archive?section=months&tag=monthly").then().body("items.count", contains(1, 1));
        given().get("/v1/archive?section=months&from=2024-02-02").then().body("items", hasSize(1));
        given().get("/v1/archive?section=nothing-here").then().body("items", hasSize(0));
        given().get("/v1/archive?limit=3").then().statusCode(400);
    }

    @Test
    void cutsSummariesToTheLengthAskedFor() {
        put(
                "lengths/auto.zh-cn.md",
                "---\ntitle: A\n---\n今天天气很好。我们去公园散步，看见了很多花。\n\n" + "后来下雨了，大家都回家。".repeat(60) + "\n");
        put("lengths/written.md", "---\ntitle: B\nsummary: One sentence here. And another one there.\n---\nText.\n");

        given().get("/v1/summaries?section=lengths&sort=title&length=20")
                .then()
                .body("items[0].summary", equalTo("今天天气很好。"))
                .body("items[0].summaryTruncated", equalTo(true))
                .body("items[1].summary", equalTo("One sentence here."))
                .body("items[1].summaryTruncated", equalTo(true));
        String longer = given().get("/v1/summaries/auto?length=600&lang=zh-CN").path("summary");
        String stored = given().get("/v1/summaries/auto?lang=zh-CN").path("summary");
        assertThat(longer).startsWith(stored).hasSizeBetween(580, 600).endsWith("。");
        given().get("/v1/summaries/written?length=100").then().body("summaryTruncated", equalTo(false));
        given().get("/v1/summaries?length=19").then().statusCode(400);
        given().get("/v1/summaries?length=1001").then().statusCode(400);
    }

    @Test
    void thumbnailsAreOfArticlesThatHaveOne() {
        put("pictured/without.md", "---\ntitle: Without\nslug: without-picture\n---\nText.\n");

        given().get("/v1/thumbnails/without-picture").then().statusCode(404);
    }
}
