package dev.lede.article;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ArticlesResourceTest {

    @Test
    void showsOneArticleInFull() {
        put("content/guides/full.md", """
                ---
                title: A whole article
                date: 2024-03-02T10:00:00+08:00
                tags: [One, two]
                categories: Guides
                summary: In *short*.
                thumbnail: https://pictures.example/a.jpg
                lead: ""
                toc: false
                widgets: [search, recent]
                ---

                ## First part

                Some text with a [link](other).
                """);

        given().get("/v1/articles/full")
                .then()
                .statusCode(200)
                .body("path", equalTo("content/guides/full.md"))
                .body("url", equalTo("/guides/full/"))
                .body("section", equalTo("guides"))
                .body("kind", equalTo("page"))
                .body("status", equalTo("published"))
                .body("lang", equalTo("en"))
                .body("date", equalTo("2024-03-02T10:00:00+08:00"))
                .body("summary", equalTo("In short."))
                .body("summarySource", equalTo("front-matter"))
                .body("summaryTruncated", equalTo(false))
                .body("thumbnail.src", equalTo("https://pictures.example/a.jpg"))
                .body("thumbnail.status", equalTo("off"))
                .body(
                        "tags",
                        equalTo(List.of(Map.of("slug", "one", "name", "One"), Map.of("slug", "two", "name", "two"))))
                .body("categories[0].slug", equalTo("guides"))
                .body("params.toc", equalTo(false))
                .body("params.lead", equalTo(""))
                .body("params.widgets", equalTo(List.of("search", "recent")))
                .body("body.html", containsString("<a href=\"/guides/full/other\">link</a>"))
                .body("body.toc[0].title", equalTo("First part"))
                .body("body.markdown", nullValue())
                .body("links.document", equalTo("/v1/documents/content/guides/full.md"))
                .body("linkTitle", nullValue());
    }

    @Test
    void showsCardsInLists() {
        put("cards/card.md", "---\ntitle: Card\ndate: 2024-01-01\n---\nText.\n");

        Map<String, ?> card =
                given().get("/v1/articles?section=cards").then().extract().path("items[0]");
        assertThat(card.keySet())
                .containsExactly(
                        "id",
                        "slug",
                        "url",
                        "lang",
                        "title",
                        "date",
                        "lastmod",
                        "summary",
                        "tags",
                        "categories",
                        "readingTime");
    }

    @Test
    void pagesForthAndBackThroughEveryArticleOnce() {
        IntStream.range(0, 7)
                .forEach(number -> put(
                        "paged/" + number + ".md",
                        "---\ntitle: Number " + number + "\ndate: 2024-01-0" + (1 + number / 2) + "\n---\nText.\n"));
        List<String> all = given().get("/v1/articles?section=paged&limit=100").path("items.id");
        assertThat(all).hasSize(7);

        var forth = new ArrayList<String>();
        var last = given().get("/v1/articles?section=paged&limit=3");
        last.then().body("page.total", equalTo(7)).body("page.prev", nullValue());
        forth.addAll(last.path("items.id"));
        while (last.path("page.next") != null) {
            last = given().get("/v1/articles?section=paged&limit=3&cursor=" + last.path("page.next"));
            last.then().body("page.total", nullValue());
            forth.addAll(last.path("items.id"));
        }
        assertThat(forth).isEqualTo(all);

        var back = new ArrayList<String>(last.<List<String>>path("items.id"));
        while (last.path("page.prev") != null) {
            last = given().get("/v1/articles?section=paged&limit=3&cursor=" + last.path("page.prev"));
            var page = new ArrayList<String>(last.<List<String>>path("items.id"));
            page.addAll(back);
            back = page;
        }
        assertThat(back).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"date", "-date", "title", "-title", "-weight,title", "wordCount,-date", "-lastmod", "publishDate"
            })
    void pagesInAnyOrder(String sort) {
        IntStream.range(0, 6)
                .forEach(number -> put(
                        "ordered/" + number + ".md",
                        "---\ntitle: " + "bBaÄzA".charAt(number) + "\nweight: " + number % 3
                                + (number == 0 ? "" : "\ndate: 2024-01-0" + (1 + number % 4)) + "\n---\n"
                                + "Word ".repeat(number % 2 + 1) + "\n"));
        List<String> all = given().get("/v1/articles?section=ordered&limit=100&sort=" + sort)
                .path("items.id");
        assertThat(all).hasSize(6);

        var forth = new ArrayList<String>();
        var page = given().get("/v1/articles?section=ordered&limit=2&sort=" + sort);
        forth.addAll(page.path("items.id"));
        while (page.path("page.next") != null) {
            page = given().get(
                            "/v1/articles?section=ordered&limit=2&sort=" + sort + "&cursor=" + page.path("page.next"));
            forth.addAll(page.path("items.id"));
        }
        assertThat(forth).isEqualTo(all);
    }

    @Test
    void sortsTitlesAsReadersExpectAndWhatHasNoDateLast() {
        for (var title : List.of("banana", "Äpfel", "apple", "Zebra")) {
            put("titles/" + title + ".md", "---\ntitle: " + title + "\n---\nText.\n");
        }
        put("titles/dated.md", "---\ntitle: dated\ndate: 2020-01-01\n---\nText.\n");

        given().get("/v1/articles?section=titles&sort=title")
                .then()
                .body("items.title", contains("Äpfel", "apple", "banana", "dated", "Zebra"));
        given().get("/v1/articles?section=titles&sort=-date").then().body("items[0].title", equalTo("dated"));
        given().get("/v1/articles?section=titles&sort=date").then().body("items[4].title", equalTo("dated"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tag=red|1,3",
                "tag=red,blue|1,2,3",
                "tag=red&tag=blue|3",
                "tag=red&tag=!blue|1",
                "tag=!red|2,4",
                "category=things|4",
                "taxonomy.tags=blue|2,3",
                "lang=de|2",
                "lang=de,en|1,2,3,4",
                "from=2024-02-01|3,4",
                "to=2024-02-01|1,2",
                "from=2024-02-01&to=2024-04-01|3",
                "from=2024-02-01T00:00:00Z|3,4",
                "param.level=2|2",
                "param.level=\"2\"|3",
                "param.flags=new|1",
                "param.nested.deep=true|4",
                "slug=1,4|1,4",
                "kind=section|",
            })
    void filters(String query, String expected) {
        put("filtered/1.md", "---\ntitle: 1\ndate: 2024-01-01\ntags: [red]\nflags: [old, new]\n---\nText.\n");
        put("filtered/2.md", "---\ntitle: 2\ndate: 2024-01-31\ntags: [blue]\nlang: de\nlevel: 2\n---\nText.\n");
        put("filtered/3.md", "---\ntitle: 3\ndate: 2024-03-01\ntags: [red, blue]\nlevel: \"2\"\n---\nText.\n");
        put(
                "filtered/4.md",
                "---\ntitle: 4\ndate: 2024-04-01\ncategories: [things]\nnested: {deep: true}\n---\nText.\n");

        List<String> titles = given().get("/v1/articles?section=filtered&sort=title&" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.title");
        assertThat(titles).isEqualTo(expected == null ? List.of() : List.of(expected.split(",", -1)));
    }

    @Test
    void answersExactlyTheFieldsAskedFor() {
        put("chosen/one.md", "---\ntitle: Chosen\nparams: {toc: true, level: 3}\nthumbnail: /a.png\n---\nText.\n");

        Map<String, ?> one = given().get("/v1/articles/one?fields=title,thumbnail.src,params.toc")
                .then()
                .extract()
                .path("$");
        assertThat(one)
                .isEqualTo(
                        Map.of("title", "Chosen", "thumbnail", Map.of("src", "/a.png"), "params", Map.of("toc", true)));
        given().get("/v1/articles?section=chosen&include=body,params")
                .then()
                .body("items[0].body.html", containsString("<p>Text.</p>"))
                .body("items[0].params.level", equalTo(3))
                .body("items[0].title", equalTo("Chosen"));
        given().get("/v1/articles/one?include=body.markdown,body.text")
                .then()
                .body("body.markdown", equalTo("Text.\n"))
                .body("body.text", equalTo("Text."))
                .body("body.html", notNullValue());
    }

    @Test
    void keepsDraftsFromThePublicAndShowsThemToPreviewers() {
        put("hidden/draft.md", "---\ntitle: Draft\ndraft: true\ntags: [only-in-a-draft]\n---\nText.\n");
        put("hidden/later.md", "---\ntitle: Later\ndate: 2999-01-01\n---\nText.\n");
        put("hidden/over.md", "---\ntitle: Over\nexpiryDate: 2001-01-01\n---\nText.\n");

        given().get("/v1/articles?section=hidden")
                .then()
                .body("items", hasSize(0))
                .body("page.total", equalTo(0));
        given().get("/v1/articles/draft").then().statusCode(404);
        admin().get("/v1/articles/draft").then().statusCode(404);
        given().get("/v1/tags/only-in-a-draft").then().statusCode(404);
        given().get("/v1/articles?section=hidden&perspective=all").then().statusCode(401);
        admin().get("/v1/articles?section=hidden&perspective=all&fields=status")
                .then()
                .body("items.status", containsInAnyOrder("draft", "scheduled", "expired"))
                .header("Cache-Control", equalTo("private, no-store"));
        admin().get("/v1/articles/draft?perspective=all").then().statusCode(200);
    }

    @Test
    void publishesAndExpiresByTheClockWithinASecond() throws InterruptedException {
        var publish = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        var expiry = publish.plusSeconds(2);
        put(
                "clock/timed.md",
                "---\ntitle: Timed\npublishDate: " + publish + "\nexpiryDate: " + expiry
                        + "\ntags: [timed]\n---\nText.\n");
        given().get("/v1/articles/timed").then().statusCode(404);

        sleepUntil(publish.plusSeconds(1));
        given().get("/v1/articles/timed").then().statusCode(200);
        given().get("/v1/tags/timed").then().body("count", equalTo(1));

        sleepUntil(expiry.plusSeconds(1));
        given().get("/v1/articles/timed").then().statusCode(404);
        given().get("/v1/tags/timed").then().statusCode(404);
    }

    private static void sleepUntil(Instant moment) throws InterruptedException {
        var wait = Instant.now().until(moment, ChronoUnit.MILLIS);
        if (wait > 0) {
            Thread.sleep(wait);
        }
    }

    @Test
    void namesTranslationsThatAreVisible() {
        put("content/spoken/word.md", "---\ntitle: Word\n---\nText.\n");
        put("content/spoken/word.de.md", "---\ntitle: Wort\n---\nText.\n");
        put("content/spoken/word.fr.md", "---\ntitle: Mot\ndraft: true\n---\nTexte.\n");

        given().get("/v1/articles/word?lang=en")
                .then()
                .body("title", equalTo("Word"))
                .body("translations.title", contains("Wort"))
                .body("translations[0].url", equalTo("/de/spoken/word/"));
        given().header("Accept-Language", "de")
                .get("/v1/articles/word")
                .then()
                .body("title", equalTo("Wort"))
                .header("Vary", containsString("Accept-Language"));
    }

    @Test
    void offersTheChoiceWhenASlugIsBorneBySeveral() {
        put("choice-a/twin.md", "---\ntitle: Twin A\n---\nText.\n");
        put("choice-b/twin.md", "---\ntitle: Twin B\n---\nText.\n");

        given().get("/v1/articles/twin")
                .then()
                .statusCode(300)
                .body("items.title", containsInAnyOrder("Twin A", "Twin B"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=0|limit",
                "limit=101|limit",
                "limit=x|limit",
                "page=501|page",
                "page=2&cursor=abc|page",
                "sort=titel|sort",
                "fields=titel|fields",
                "fields=thumbnail.foo|fields",
                "fields=neighbors.before|fields",
                "id=1-2-3-4-5|id",
                "param.a..b=x|param.a..b",
                "include=bodies|include",
                "tga=a|tga",
                "count=maybe|count",
                "from=yesterday|from",
                "tag=|tag",
                "perspective=none|perspective",
                "kind=post|kind",
                "id=1|id",
                "taxonomy.series=x|taxonomy.series",
            })
    void refusesWhatItDoesNotKnow(String query, String parameter) {
        given().get("/v1/articles?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", hasItem(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "AAAA", "%00", "_"})
    void refusesCursorsThatItHasNotGiven(String cursor) {
        given().urlEncodingEnabled(false)
                .get("/v1/articles?cursor=" + cursor)
                .then()
                .statusCode(400);
    }

    @Test
    void refusesACursorOfAnotherList() {
        IntStream.range(0, 3).forEach(number -> put("cursors/" + number + ".md", "# " + number + "\n"));
        String next = given().get("/v1/articles?section=cursors&limit=1").path("page.next");

        given().get("/v1/articles?section=cursors&limit=1&sort=title&cursor=" + next)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:lede:problem:invalid-cursor"));
    }

    @Test
    void answersSummariesAndThumbnailsOfTheSameArticles() {
        put("short/with.md", "---\ntitle: With\nthumbnail: /p.png\n---\nWords of the text.\n");
        put("short/without.md", "---\ntitle: Without\n---\nWords.\n");

        given().get("/v1/summaries?section=short&sort=title")
                .then()
                .body("items.title", contains("With", "Without"))
                .body("items[0].summary", equalTo("Words of the text."))
                .body("items[0].summarySource", equalTo("auto"))
                .body("items[0].wordCount", equalTo(4))
                .body("items[0].readingTime", equalTo(1))
                .body("items[0].thumbnail", nullValue());
        given().get("/v1/thumbnails?section=short")
                .then()
                .body("items.title", equalTo(Collections.singletonList("With")))
                .body("items[0].thumbnail.src", equalTo("/p.png"));
        given().get("/v1/summaries/with").then().body("title", equalTo("With"));
        given().get("/v1/thumbnails/with").then().body("thumbnail.src", equalTo("/p.png"));
    }

    @Test
    void answers304ToWhoHasIt() {
        put("tagged/etag.md", "---\ntitle: Etag\n---\nText.\n");
        var tag = given().get("/v1/articles/etag").then().extract().header("ETag");

        given().header("If-None-Match", tag).get("/v1/articles/etag").then().statusCode(304);
        given().head("/v1/articles/etag").then().statusCode(200).header("ETag", equalTo(tag));
    }
}
