package dev.lede.feed;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.lede.http.RawHttp;
import dev.lede.testsupport.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

@QuarkusTest
class FeedsTest {

    private static final String HOSTILE = "A <b> & \"c\" ]]> 中文 😀";

    @BeforeEach
    void store() {
        put("feeds/hostile.md", """
                ---
                title: 'A <b> & "c" ]]> 中文 😀'
                date: 2024-03-02T10:00:00+01:00
                lastmod: 2024-03-03
                author: Erika <Beispiel>
                tags: [Feeds Test, "C# & co"]
                summary: '1 < 2 & 3'
                ---
                See [below](#below), [there](plain.md), [elsewhere](../x.html) and ![a](a.png).

                `]]>` & <em>more</em>
                """);
        put("feeds/plain.md", """
                ---
                title: "A bell\\u0007 and\\uFFFE end"
                date: 2024-03-01
                tags: [feeds test]
                lang: de
                ---
                Text.
                """);
        put("feeds/undated.md", "---\ntitle: Undated\ntags: [feeds test]\n---\nText.\n");
        put("feeds/draft.md", "---\ntitle: Draft\ndraft: true\ntags: [feeds test]\n---\nText.\n");
        put("feeds/future.md", "---\ntitle: Future\ndate: 2999-01-01\ntags: [feeds test]\n---\nText.\n");
    }

    private static byte[] bytes(String path) {
        return given().get(path).then().statusCode(200).extract().asByteArray();
    }

    private static SyndFeed rome(String path) throws Exception {
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes(path))));
    }

    @Test
    void keepsTheRulesOfRss() throws Exception {
        assertThat(FeedRules.ofRss(FeedRules.read(bytes("/feed.xml?tag=feeds-test"))))
                .isEmpty();
        assertThat(FeedRules.ofRss(FeedRules.read(bytes("/feed.xml?limit=100"))))
                .isEmpty();
        assertThat(FeedRules.ofRss(FeedRules.read(bytes("/feed.xml?tag=nobody-bears-it"))))
                .isEmpty();
    }

    @Test
    void keepsTheRulesOfAtom() throws Exception {
        assertThat(FeedRules.ofAtom(FeedRules.read(bytes("/atom.xml?tag=feeds-test"))))
                .isEmpty();
        assertThat(FeedRules.ofAtom(FeedRules.read(bytes("/atom.xml?limit=100"))))
                .isEmpty();
        assertThat(FeedRules.ofAtom(FeedRules.read(bytes("/atom.xml?tag=nobody-bears-it"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.xml?tag=feeds-test", "/atom.xml?tag=feeds-test"})
    void isUnderstoodByAnotherReader(String path) throws Exception {
        var entries = rome(path).getEntries();
        assertThat(entries).extracting(SyndEntry::getTitle).containsExactly(HOSTILE, "A bell and end", "Undated");
        var hostile = entries.get(0);
        assertThat(hostile.getUri()).startsWith("urn:uuid:");
        assertThat(hostile.getLink()).matches("http://localhost:[0-9]+/feeds/hostile/");
        assertThat(hostile.getPublishedDate()).isEqualTo("2024-03-02T09:00:00Z");
        assertThat(hostile.getAuthor()).isEqualTo("Erika <Beispiel>");
        assertThat(hostile.getCategories())
                .extracting(category -> category.getName())
                .hasSize(2);
        assertThat(hostile.getContents().get(0).getValue())
                .contains("<code>]]&gt;</code> &amp; <em>more</em>")
                .contains("/feeds/hostile/#below\"")
                .contains("/de/feeds/plain/\"");
    }

    @Test
    void isJsonFeed() {
        var feed = JsonPath.from(new String(bytes("/feed.json?tag=feeds-test"), StandardCharsets.UTF_8));
        assertThat(feed.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.getString("feed_url")).endsWith("/feed.json?tag=feeds-test");
        assertThat(feed.<String>getList("items.title").get(0)).isEqualTo(HOSTILE);
        assertThat(feed.<String>getList("items.id")).allMatch(id -> id.startsWith("urn:uuid:"));
        assertThat(feed.<String>getList("items.content_html")).hasSize(3).doesNotContainNull();
        assertThat(feed.getString("items[0].date_modified")).isEqualTo("2024-03-03T00:00:00Z");
        assertThat(feed.getString("items[0].date_published")).isEqualTo("2024-03-02T10:00:00+01:00");
        assertThat(feed.getString("items[0].authors[0].name")).isEqualTo("Erika <Beispiel>");
        assertThat(feed.getList("items[0].tags")).isEqualTo(List.of("Feeds Test", "C# & co"));
        assertThat(feed.getString("items[1].language")).isEqualTo("de");
        // What has no date changed when its document came.
        assertThat(feed.getString("items[2].date_modified")).startsWith("20");
        assertThat(feed.<Map<String, ?>>get("items[2]")).doesNotContainKey("date_published");
    }

    @Test
    void leadsToOlderOnes() {
        var first =
                given().get("/feed.json?tag=feeds-test&limit=2&utm_source=x").jsonPath();
        assertThat(first.getList("items")).hasSize(2);
        var next = given().urlEncodingEnabled(false)
                .get(first.getString("next_url"))
                .jsonPath();
        assertThat(next.<String>getList("items.title")).containsExactly("Undated");
        assertThat(next.getString("next_url")).isNull();
        assertThat(next.getString("feed_url")).isEqualTo(first.getString("next_url"));
    }

    @ParameterizedTest
    @CsvSource({
        "tag=feeds-test&lang=de,1",
        "section=feeds&tag=feeds-test,3",
        "tag=feeds-test&tag=!c-co,3",
        "tag=feeds-test&from=2024-03-02,1",
        "tag=feeds-test&to=2024-03-02,1",
        "tag=feeds-test&slug=undated,1",
        "tag=feeds-test&perspective=all,3",
        "tag=feeds-test&unknown=,3",
    })
    void takesTheFiltersOfLists(String query, int found) {
        var items = given().urlEncodingEnabled(false).get("/feed.json?" + query).jsonPath();
        assertThat(items.getList("items")).as(query).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "from=yesterday", "taxonomy.none=x", "tag=", "cursor=x", "lang=__"})
    void refusesWrongValues(String query) {
        for (var path : List.of("/feed.xml?", "/atom.xml?", "/feed.json?", "/llms.txt?")) {
            given().urlEncodingEnabled(false)
                    .get(path + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void isTitledByItsFilters() throws Exception {
        assertThat(rome("/feed.xml?tag=feeds-test&lang=de").getTitle()).endsWith(" – feeds test – de");
    }

    @ParameterizedTest
    @CsvSource({
        "/feed.xml,application/rss+xml;charset=UTF-8",
        "/atom.xml,application/atom+xml;charset=UTF-8",
        "/feed.json,application/feed+json",
        "/sitemap.xml,application/xml;charset=UTF-8",
        "/llms.txt,text/plain;charset=UTF-8",
    })
    void isAReadLikeAnyOther(String path, String type) throws Exception {
        var answer = given().header("Accept", "image/png").get(path);
        answer.then()
                .statusCode(200)
                .header("Content-Type", equalTo(type))
                .header("Cache-Control", startsWith("public"))
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Vary", containsString("Host"));
        var tag = RawHttp.get(path).header("ETag").orElseThrow();
        assertThat(RawHttp.get(path, "If-None-Match: " + tag).status()).isEqualTo(304);
        assertThat(RawHttp.exchange("HEAD", path).status()).isEqualTo(200);
        assertThat(RawHttp.get(path, "Accept-Encoding: gzip, identity;q=0").header("Content-Encoding"))
                .contains("gzip");
    }

    @Test
    void namesTheHostThatWasAskedFor() throws Exception {
        try (var connection = RawHttp.connect()) {
            var reply = connection
                    .write("GET /feed.json?tag=feeds-test HTTP/1.1\r\nHost: news.example:8443\r\n\r\n")
                    .reply(false);
            assertThat(JsonPath.from(reply.text()).getString("items[0].url"))
                    .isEqualTo("http://news.example:8443/feeds/hostile/");
        }
        // Nobody said that a proxy is to be trusted.
        assertThat(RawHttp.get("/feed.json", "X-Forwarded-Host: evil.example").text())
                .doesNotContain("evil.example");
    }

    @Test
    void isFoundFromListsAndTheIndex() {
        var of = "; rel=\"alternate\"; type=\"application/rss+xml\"";
        var list = given().urlEncodingEnabled(false).get("/v1/articles?tag=feeds-test&limit=1&fields=id");
        assertThat(list.headers().getValues("Link"))
                .contains("</feed.xml?tag=feeds-test>" + of)
                .anyMatch(link -> link.startsWith("</atom.xml?tag=feeds-test"))
                .anyMatch(link -> link.startsWith("</feed.json?tag=feeds-test"));
        assertThat(given().get("/").headers().getValues("Link")).contains("</feed.xml>" + of);
        assertThat(given().get("/v1").headers().getValues("Link")).contains("</feed.xml>" + of);
    }

    @Test
    void showsPictures() throws Exception {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB), "png", picture);
        admin().contentType("image/png").body(picture.toByteArray()).put("/v1/assets/feeds/pictured/cover.png");
        put("feeds/pictured/index.md", "---\ntitle: Pictured\ntags: [feeds pictured]\n---\nText.\n");
        Eventually.get(
                () -> String.valueOf(
                        given().get("/v1/articles/pictured").jsonPath().getString("thumbnail.status")),
                "ready"::equals);

        var item = (Element) FeedRules.read(bytes("/feed.xml?tag=feeds-pictured"))
                .getElementsByTagName("item")
                .item(0);
        var enclosure = FeedRules.children(item, "", "enclosure").get(0);
        assertThat(enclosure.getAttribute("length")).isEqualTo(Integer.toString(picture.size()));
        assertThat(enclosure.getAttribute("type")).isEqualTo("image/png");
        assertThat(given().get(enclosure.getAttribute("url")).asByteArray()).isEqualTo(picture.toByteArray());
        var content = FeedRules.children(item, FeedRules.MEDIA, "content").get(0);
        assertThat(content.getAttribute("width") + "x" + content.getAttribute("height"))
                .isEqualTo("400x200");
        var small = FeedRules.children(item, FeedRules.MEDIA, "thumbnail").get(0);
        assertThat(small.getAttribute("width")).isEqualTo("320");
        given().urlEncodingEnabled(false).get(small.getAttribute("url")).then().statusCode(200);
        given().get("/feed.json?tag=feeds-pictured")
                .then()
                .body("items[0].image", equalTo(enclosure.getAttribute("url")));
    }

    @Test
    void tellsLanguageModels() {
        var text = given().get("/llms.txt?section=feeds").asString();
        assertThat(text).startsWith("# ").contains("\n> ").contains("\n## feeds\n");
        assertThat(text)
                .containsPattern("- \\[A \\\\<b\\\\> & \"c\" \\\\]\\\\]\\\\> 中文 😀\\]\\(http://localhost:[0-9]+"
                        + "/feeds/hostile/\\): 1 \\\\< 2 & 3\n");
        assertThat(text).doesNotContain("Draft").doesNotContain("Future");
        assertThat(text.lines().filter(line -> line.startsWith("#"))).allMatch(line -> line.matches("#{1,2} \\S.*"));
    }
}
