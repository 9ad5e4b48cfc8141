package dev.lede.ingest;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.lede.database.Database;
import dev.lede.database.Sql;
import dev.lede.testsupport.Eventually;
import dev.lede.testsupport.Tree;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AssetsResourceTest {

    // One transparent pixel.
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    @Inject
    Database database;

    private static Response putAsset(String path, byte[] bytes) {
        return admin().contentType("application/octet-stream").body(bytes).put("/v1/assets/" + path);
    }

    @Test
    void changesArticlesWithoutEndInTheBackground() {
        var tree = Tree.of();
        for (int i = 0; i < AssetWrites.DERIVED_WITH_IT + 20; i++) {
            tree.with("content/wanting/p" + i + ".md", "---\ntitle: W\nthumbnail: /wanted.png\n---\nText.\n");
        }
        admin().contentType("application/x-tar")
                .body(tree.tar())
                .post("/v1/documents")
                .then()
                .statusCode(200);

        database.write(Duration.ofSeconds(5), Database.Ending.ROLL_BACK, session -> {
            // Nothing is told in the background meanwhile.
            session.list(Sql.of("select single from picture_news for update"), row -> true);
            putAsset("static/wanted.png", PICTURE).then().statusCode(201);
            assertThat(showing("/v1/assets/static/wanted.png")).isEqualTo(AssetWrites.DERIVED_WITH_IT);
            return true;
        });
        Eventually.get(
                () -> showing("/v1/assets/static/wanted.png"), count -> count == AssetWrites.DERIVED_WITH_IT + 20);

        admin().delete("/v1/assets/static/wanted.png").then().statusCode(204);
        Eventually.get(() -> showing("/v1/assets/static/wanted.png"), count -> count == 0);
    }

    private static long showing(String source) {
        return Stream.of(1, 2)
                .flatMap(page -> given()
                        .get("/v1/thumbnails?section=wanting&limit=100&page=" + page)
                        .jsonPath()
                        .<String>getList("items.thumbnail.src")
                        .stream())
                .filter(source::equals)
                .count();
    }

    @Test
    void givesBackTheVeryBytes() {
        putAsset("static/given/pixel.png", PICTURE)
                .then()
                .statusCode(201)
                .header("Location", equalTo("/v1/assets/static/given/pixel.png"))
                .body("action", equalTo("created"))
                .body("url", equalTo("/v1/assets/static/given/pixel.png"));
        putAsset("static/given/pixel.png", PICTURE).then().statusCode(200).body("action", equalTo("unchanged"));

        var back = given().get("/v1/assets/static/given/pixel.png");
        assertThat(back.asByteArray()).isEqualTo(PICTURE);
        back.then()
                .contentType("image/png")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("ETag", notNullValue())
                .header("Content-Security-Policy", nullValue());
        given().header("If-None-Match", back.header("ETag"))
                .get("/v1/assets/static/given/pixel.png")
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({
        "drawing.svg,image/svg+xml",
        "page.html,text/html;charset=UTF-8",
        "code.js,text/javascript;charset=UTF-8",
        "paper.pdf,application/pdf",
        "thing.unknown,application/octet-stream",
        "nothing,application/octet-stream",
    })
    void letsNothingRunInABrowser(String name, String type) {
        putAsset("static/active/" + name, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));

        given().get("/v1/assets/static/active/" + name)
                .then()
                .contentType(equalTo(type))
                .header("Content-Security-Policy", equalTo("sandbox; default-src 'none'"))
                .header("Content-Disposition", equalTo("attachment"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @Test
    void hidesTheBundlesOfDrafts() {
        put("content/bundled/draft/index.md", "---\ntitle: Draft\ndraft: true\n---\n![](pixel.png)\n");
        putAsset("content/bundled/draft/pixel.png", PICTURE);
        putAsset("content/bundled/loose.png", PICTURE);

        given().get("/v1/assets/content/bundled/draft/pixel.png").then().statusCode(404);
        admin().get("/v1/assets/content/bundled/draft/pixel.png")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-store"));
        given().get("/v1/assets/content/bundled/loose.png").then().statusCode(200);

        put("content/bundled/draft/index.de.md", "---\ntitle: Sichtbar\n---\nText.\n");
        given().get("/v1/assets/content/bundled/draft/pixel.png").then().statusCode(200);
    }

    @Test
    void deletesAndObeysPreconditions() {
        var tag = putAsset("static/deleted.png", PICTURE).header("ETag");

        admin().header("If-Match", "\"0\"")
                .delete("/v1/assets/static/deleted.png")
                .then()
                .statusCode(412);
        admin().delete("/v1/assets/static/deleted.png?dryRun=true").then().statusCode(200);
        given().get("/v1/assets/static/deleted.png").then().statusCode(200);
        admin().header("If-Match", tag)
                .delete("/v1/assets/static/deleted.png")
                .then()
                .statusCode(204);
        given().get("/v1/assets/static/deleted.png").then().statusCode(404);
        admin().delete("/v1/assets/static/deleted.png").then().statusCode(404);
    }

    @Test
    void refusesDocumentsStrangersAndWhatIsTooLarge() {
        putAsset("static/post.md", PICTURE).then().statusCode(400);
        given().body(PICTURE)
                .contentType("image/png")
                .put("/v1/assets/static/stranger.png")
                .then()
                .statusCode(401);
        putAsset("static/large.bin", new byte[25 * 1_024 * 1_024 + 1])
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:lede:problem:asset-too-large"));
    }

    @Test
    void linksInBodiesLeadToWhatIsThere() {
        put("content/linking/linking-page.md", """
                ---
                title: Linking
                ---
                [document](other.md#part) and [asset](paper.pdf) and ![picture](/img/pixel.png)
                and [nothing](missing.md) and [elsewhere](../about/?a=1&b=2) and [out](https://example.org/x.md).
                """);
        given().get("/v1/articles/linking-page?fields=body.html")
                .then()
                .body("body.html", containsString("<a href=\"/linking/linking-page/other.md#part\">document</a>"))
                .body("body.html", containsString("<a href=\"/linking/linking-page/paper.pdf\">asset</a>"))
                .body("body.html", containsString("<img src=\"/img/pixel.png\""));

        put("content/linking/other.md", "---\ntitle: Other\nurl: /an/other/\n---\nText.\n");
        putAsset("content/linking/paper.pdf", PICTURE);
        putAsset("static/img/pixel.png", PICTURE);
        given().get("/v1/articles/linking-page")
                .then()
                .body("body.html", containsString("<a href=\"/an/other/#part\">document</a>"))
                .body("body.html", containsString("<a href=\"/v1/assets/content/linking/paper.pdf\">asset</a>"))
                .body("body.html", containsString("<img src=\"/v1/assets/static/img/pixel.png\""))
                .body("body.html", containsString("<a href=\"/linking/linking-page/missing.md\">nothing</a>"))
                .body("body.html", containsString("<a href=\"/linking/about/?a=1&amp;b=2\">elsewhere</a>"))
                .body("body.html", containsString("<a href=\"https://example.org/x.md\">out</a>"));

        put("content/linking/other.md", "---\ntitle: Other\nurl: /an/other/\ndraft: true\n---\nText.\n");
        given().get("/v1/articles/linking-page").then().body("body.html", not(containsString("/an/other/")));
    }

    @Test
    void linksPreferTheTranslationInTheirOwnLanguage() {
        put("spokenlinks/spoken-from.de.md", "---\ntitle: Von\n---\n[x](to.md)\n");
        put("spokenlinks/to.md", "---\ntitle: To\n---\nText.\n");
        given().get("/v1/articles/spoken-from").then().body("body.html", containsString("href=\"/spokenlinks/to/\""));

        put("spokenlinks/to.de.md", "---\ntitle: Nach\n---\nText.\n");
        given().get("/v1/articles/spoken-from")
                .then()
                .body("body.html", containsString("href=\"/de/spokenlinks/to/\""));
    }

    @Test
    void referencesLeadToTheDocumentThatTheyName() {
        put("content/refs/deep/target-one.md", "---\ntitle: One\n---\nText.\n");
        put("content/refs/target-two/index.md", "---\ntitle: Two\n---\nText.\n");
        put("content/refs/from-here.md", """
                ---
                title: From
                ---
                [a]({{< ref "target-one.md#part" >}}) [b]({{< relref "/refs/target-two" >}}) [c]({{% ref "deep/target-one" %}})
                """);

        given().get("/v1/articles/from-here")
                .then()
                .body("body.html", containsString("<a href=\"/refs/deep/target-one/#part\">a</a>"))
                .body("body.html", containsString("<a href=\"/refs/target-two/\">b</a>"))
                .body("body.html", containsString("<a href=\"/refs/deep/target-one/\">c</a>"));
    }

    @Test
    void aThousandLinksAreAllResolved() {
        put("content/many/there.md", "---\ntitle: There\nurl: /found/\n---\nText.\n");
        put(
                "content/many/links.md",
                "---\ntitle: Links\nslug: many-links\n---\n" + "[中](there.md) [x](gone.md)\n".repeat(500));

        String html = given().get("/v1/articles/many-links").path("body.html");
        assertThat(html.split("href=\"/found/\">中</a>", -1)).hasSize(501);
        assertThat(html.split("href=\"/many/many-links/gone.md\">x</a>", -1)).hasSize(501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/*", "image/avif,image/webp,image/*,*/*;q=0.8", "text/html", "image/png"})
    void comesWhateverIsAccepted(String accept) {
        putAsset("static/accepted.png", PICTURE);

        given().header("Accept", accept)
                .get("/v1/assets/static/accepted.png")
                .then()
                .statusCode(200)
                .contentType("image/png");
    }

    @Test
    void aThumbnailFollowsTheAssetThatItNames() {
        put("content/thumbs/bundle/index.md", "---\ntitle: T\nslug: thumbed\nthumbnail: pic.png\n---\nText.\n");
        given().get("/v1/articles/thumbed").then().body("thumbnail.src", equalTo("/thumbs/thumbed/pic.png"));

        putAsset("content/thumbs/bundle/pic.png", PICTURE);
        given().get("/v1/articles/thumbed")
                .then()
                .body("thumbnail.src", equalTo("/v1/assets/content/thumbs/bundle/pic.png"));
        given().get("/v1/thumbnails/thumbed")
                .then()
                .body("thumbnail.src", equalTo("/v1/assets/content/thumbs/bundle/pic.png"));

        admin().delete("/v1/assets/content/thumbs/bundle/pic.png").then().statusCode(204);
        given().get("/v1/articles/thumbed").then().body("thumbnail.src", equalTo("/thumbs/thumbed/pic.png"));
    }

    @Test
    void aBundlesPictureWithATellingNameIsItsThumbnail() {
        put("content/telling/index.md", "---\ntitle: T\nslug: told\n---\nText ![body picture](body.png).\n");
        given().get("/v1/articles/told").then().body("thumbnail.src", equalTo("/told/body.png"));

        putAsset("content/telling/cover-large.png", PICTURE);
        given().get("/v1/articles/told")
                .then()
                .body("thumbnail.src", equalTo("/v1/assets/content/telling/cover-large.png"))
                .body("thumbnail.alt", nullValue());
    }

    @Test
    void aPictureInTheDocumentItselfBecomesAnAsset() {
        var data = "data:image/png;base64," + Base64.getEncoder().encodeToString(PICTURE);
        String src = put("embedded/page.md", "---\ntitle: E\nthumbnail: \"" + data + "\"\n---\nText.\n")
                .then()
                .statusCode(201)
                .extract()
                .path("article.thumbnail.src");

        assertThat(src).matches("/v1/assets/data/[0-9a-f]{64}\\.png");
        assertThat(given().get(src).asByteArray()).isEqualTo(PICTURE);
    }

    @Test
    void aPictureInDraftsAloneIsTheirs() {
        var data = "data:image/png;base64," + Base64.getEncoder().encodeToString("secret picture".getBytes(UTF_8));
        var head = "---\ntitle: E\nthumbnail: \"" + data + "\"\n";
        String src = put("embedded/draft.md", head + "draft: true\n---\nText.\n")
                .then()
                .statusCode(201)
                .extract()
                .path("article.thumbnail.src");
        given().get(src).then().statusCode(404);
        admin().get(src).then().statusCode(200);

        put("embedded/shown.md", head + "---\nText.\n").then().body("article.thumbnail.src", equalTo(src));
        given().get(src).then().statusCode(200);

        admin().delete("/v1/documents/embedded/shown.md").then().statusCode(204);
        given().get(src).then().statusCode(404);
        admin().delete("/v1/documents/embedded/draft.md").then().statusCode(204);
        given().get(src).then().statusCode(404);
    }

    @Test
    void aThumbnailIsNothingThatRuns() {
        put("embedded/script.md", "---\ntitle: E\nthumbnail: \"javascript:alert(1)\"\n---\nText.\n")
                .then()
                .body("article.thumbnail", nullValue())
                .body("warnings.size()", equalTo(1));
    }

    @Test
    void warnsOfADataAddressThatIsNoPicture() {
        put("embedded/broken.md", "---\ntitle: E\nthumbnail: \"data:text/html;base64,PHA+\"\n---\nText.\n")
                .then()
                .statusCode(201)
                .body("article.thumbnail", nullValue())
                .body("warnings.size()", equalTo(1));
    }
}
