package dev.lede.ingest;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DocumentsResourceTest {

    private static final String NEWS = """
            ---
            title: "芯片的消息"
            date: "2025-02-11 19:20:18"
            tags: [芯片, "Tech "]
            ---

            第一段。

            第二段有 **重点**。
            """;

    @Test
    void givesBackTheVeryBytes() {
        var bytes =
                "\uFEFF---\r\ntitle: Bytes\r\n---\r\n\r\nLine one.\n\tLine two.\r\n".getBytes(StandardCharsets.UTF_8);

        put("documents/bytes.md", bytes).then().statusCode(201);

        var back = given().get("/v1/documents/documents/bytes.md");
        assertThat(back.asByteArray()).isEqualTo(bytes);
        assertThat(back.contentType()).startsWith("text/markdown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/markdown", "*/*", "text/html,*/*;q=0.8"})
    void isToBeHadByWhoAsksForMarkdown(String accepted) {
        put("documents/accepted.md", NEWS);

        given().accept(accepted)
                .get("/v1/documents/documents/accepted.md")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/markdown"));
    }

    @Test
    void createsThenFindsUnchangedThenUpdates() {
        put("documents/steps.md", NEWS)
                .then()
                .statusCode(201)
                .header("Location", equalTo("/v1/documents/documents/steps.md"))
                .body("action", equalTo("created"))
                .body("article.title", equalTo("芯片的消息"))
                .body("article.date", equalTo("2025-02-11T19:20:18Z"))
                .body("article.tags.name", equalTo(List.of("芯片", "Tech")))
                .body("warnings", empty());
        var revision = put("documents/steps.md", NEWS)
                .then()
                .statusCode(200)
                .body("action", equalTo("unchanged"))
                .extract()
                .header("Lede-Revision");
        put("documents/steps.md", NEWS + "More.\n")
                .then()
                .statusCode(200)
                .body("action", equalTo("updated"))
                .header("Lede-Revision", equalTo(Long.toString(Long.parseLong(revision) + 1)));
    }

    @Test
    void tagsADocumentWithTheHashOfItsBytes() throws Exception {
        put("documents/tagged.md", NEWS);
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(NEWS.getBytes(StandardCharsets.UTF_8)));

        given().get("/v1/documents/documents/tagged.md").then().header("ETag", equalTo("\"" + hash + "\""));
        given().header("If-None-Match", "\"" + hash + "\"")
                .get("/v1/documents/documents/tagged.md")
                .then()
                .statusCode(304);
    }

    @Test
    void obeysPreconditions() {
        var tag = put("documents/conditions.md", NEWS).then().extract().header("ETag");

        admin().header("If-None-Match", "*")
                .contentType("text/markdown")
                .body("other")
                .put("/v1/documents/documents/conditions.md")
                .then()
                .statusCode(412)
                .contentType(startsWith("application/problem+json"));
        admin().header("If-Match", "\"0000\"")
                .contentType("text/markdown")
                .body("other")
                .put("/v1/documents/documents/conditions.md")
                .then()
                .statusCode(412);
        admin().header("If-Match", tag)
                .contentType("text/markdown")
                .body(NEWS + "Changed.\n")
                .put("/v1/documents/documents/conditions.md")
                .then()
                .statusCode(200);
    }

    @Test
    void aDryRunAnswersTheSameAndStoresNothing() {
        admin().contentType("text/markdown")
                .body(NEWS.getBytes(StandardCharsets.UTF_8))
                .put("/v1/documents/documents/dry.md?dryRun=true")
                .then()
                .statusCode(201)
                .body("action", equalTo("created"))
                .body("article.slug", equalTo("dry"));

        given().get("/v1/documents/documents/dry.md").then().statusCode(404);
    }

    @Test
    void strictRefusesWhatOtherwiseIsWarnedOf() {
        var misspelt = "---\ntitle: A\ncatagories: [x]\n---\nText.\n";

        put("documents/doubtful.md", misspelt)
                .then()
                .statusCode(201)
                .body("warnings.hint", hasItem(containsString("categories")));
        admin().contentType("text/markdown")
                .body(misspelt)
                .put("/v1/documents/documents/doubtful-strict.md?strict=true")
                .then()
                .statusCode(422);
        given().get("/v1/documents/documents/doubtful-strict.md").then().statusCode(404);
    }

    @Test
    void namesLineKeyAndValueOfWhatItCannotUnderstand() {
        put("documents/broken.md", "---\ntitle: A\ntags: [a]\ndate: 2023-02-30\n---\nText.\n")
                .then()
                .statusCode(422)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("urn:lede:problem:invalid-document"))
                .body("errors[0].line", equalTo(4))
                .body("errors[0].key", equalTo("date"))
                .body("errors[0].value", equalTo("2023-02-30"));
    }

    @Test
    void namesErrorsAloneWhereThereAreErrors() {
        put("documents/both.md", "---\ntitle: A\ncatagories: [x]\ndate: 2023-02-30\n---\nText.\n")
                .then()
                .statusCode(422)
                .body("errors.key", equalTo(List.of("date")));
    }

    @Test
    void keepsNoDocumentPastItsExpiry() {
        var expiry = Instant.now().plusSeconds(20);
        put("documents/brief.md", "---\ntitle: Brief\nexpiryDate: " + expiry + "\n---\nText.\n");

        var cached = given().get("/v1/documents/documents/brief.md").header("Cache-Control");
        assertThat(Integer.parseInt(cached.substring(cached.indexOf("s-maxage=") + 9)))
                .isLessThanOrEqualTo(20);
        admin().delete("/v1/documents/documents/brief.md").then().statusCode(204);
    }

    @Test
    void deletesAndForgets() {
        put("documents/gone.md", NEWS);

        admin().delete("/v1/documents/documents/gone.md?dryRun=true")
                .then()
                .statusCode(200)
                .body("action", equalTo("deleted"))
                .body("article.slug", equalTo("gone"))
                .body("warnings", nullValue());
        admin().delete("/v1/documents/documents/no-document.png").then().statusCode(404);
        admin().delete("/v1/documents/documents/gone.md").then().statusCode(204);
        given().get("/v1/documents/documents/gone.md").then().statusCode(404);
        given().get("/v1/articles/gone").then().statusCode(404);
        admin().delete("/v1/documents/documents/gone.md").then().statusCode(404);
    }

    @Test
    void hidesTheDocumentOfADraftFromThePublic() {
        put("documents/secret.md", "---\ntitle: Secret\ndraft: true\n---\nText.\n");

        given().get("/v1/documents/documents/secret.md").then().statusCode(404);
        admin().get("/v1/documents/documents/secret.md")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("private"));
    }

    @Test
    void findsAPathForWhatIsPostedWithoutOne() {
        var document = "---\ntitle: A posted title\ndate: 2024-05-06\n---\nText.\n";

        admin().contentType("text/markdown")
                .body(document)
                .post("/v1/documents")
                .then()
                .statusCode(201)
                .header("Location", equalTo("/v1/documents/posts/2024-05-06-a-posted-title.en.md"));
        admin().contentType("text/markdown")
                .body(document)
                .post("/v1/documents")
                .then()
                .statusCode(200)
                .body("action", equalTo("unchanged"));
        admin().contentType("text/markdown")
                .body(document + "More.\n")
                .post("/v1/documents")
                .then()
                .statusCode(201)
                .header("Location", equalTo("/v1/documents/posts/2024-05-06-a-posted-title-2.en.md"));
    }

    @Test
    void listsDocumentsByPrefixInPages() {
        IntStream.range(0, 5).forEach(number -> put("listed/" + number + ".md", "# Number " + number + "\n"));

        var first = admin().get("/v1/documents?prefix=listed/&limit=3").then();
        first.statusCode(200)
                .body("items.path", equalTo(List.of("listed/0.md", "listed/1.md", "listed/2.md")))
                .body("items[0].hash.length()", equalTo(64))
                .body("items[0].size", equalTo("# Number 0\n".length()));
        String next = first.extract().path("page.next");
        admin().queryParam("prefix", "listed/")
                .queryParam("limit", 3)
                .queryParam("cursor", next)
                .get("/v1/documents")
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void refusesWritesWithoutAKeyOrWithAWrongOne() {
        given().contentType("text/markdown")
                .body(NEWS)
                .put("/v1/documents/documents/unauthorised.md")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"));
        given().header("Authorization", "Bearer nonsense")
                .delete("/v1/documents/documents/unauthorised.md")
                .then()
                .statusCode(401);
    }

    @Test
    void refusesPathsThatLeadElsewhere() {
        admin().urlEncodingEnabled(false)
                .contentType("text/markdown")
                .body(NEWS)
                .put("/v1/documents/a/%2e%2e%2fb.md")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:lede:problem:invalid-path"));
        put("documents/picture.png", NEWS).then().statusCode(400);
    }

    @Test
    void refusesADocumentPastItsLimit() {
        put("documents/large.md", "x".repeat(5 * 1_024 * 1_024 + 1))
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:lede:problem:document-too-large"));
    }

    @Test
    void refusesBodiesThatAreCoded() {
        admin().contentType("text/markdown")
                .header("Content-Encoding", "gzip")
                .body(new byte[] {0x1f, (byte) 0x8b, 8, 0})
                .put("/v1/documents/documents/coded.md")
                .then()
                .statusCode(415)
                .header("Accept-Encoding", equalTo("identity"));
    }

    @Test
    void refusesAUrlThatNobodyCouldFind() {
        put("long/url.md", "---\ntitle: L\nurl: /" + "l".repeat(2_000) + "/\n---\nText.\n")
                .then()
                .statusCode(422)
                .body("errors[0].key", equalTo("url"))
                .body("errors[0].detail", containsString("2,000 bytes"));

        var longest = "/" + "l".repeat(1_998) + "/";
        put("long/url.md", "---\ntitle: L\nurl: " + longest + "\n---\nText.\n")
                .then()
                .statusCode(201);
        given().queryParam("url", longest)
                .get("/v1/resolve")
                .then()
                .statusCode(200)
                .body("url", equalTo(longest));
    }

    @Test
    void findsTheUrlOfTheLongestPath() {
        var path = ("长".repeat(60) + "/").repeat(5) + "长".repeat(35) + ".md";
        String url = put(path, "---\ntitle: L\n---\nText.\n")
                .then()
                .statusCode(201)
                .extract()
                .path("article.url");
        given().queryParam("url", url).get("/v1/resolve").then().statusCode(200).body("url", equalTo(url));
    }

    @Test
    void refusesMediaTypesThatAreNoText() {
        admin().contentType("image/png")
                .body(new byte[] {1, 2, 3})
                .put("/v1/documents/documents/image.md")
                .then()
                .statusCode(415);
    }
}
