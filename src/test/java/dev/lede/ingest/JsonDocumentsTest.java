package dev.lede.ingest;

import static dev.lede.testsupport.Lede.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class JsonDocumentsTest {

    private static Response post(String json) {
        return post(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Response post(byte[] json) {
        return admin().contentType("application/json").body(json).post("/v1/documents");
    }

    @Test
    void becomesADocumentWithJsonFrontMatter() {
        post("""
                {"path": "json/one.md",
                 "frontMatter": {"title": "标题 \\"quoted\\"", "date": "2024-05-06", "tags": ["a", "b"],
                                 "rating": 4.50, "big": 12345678901234567890, "nested": {"deep": [true, null]}},
                 "body": "# Heading\\n\\nText.\\n"}
                """)
                .then()
                .statusCode(201)
                .header("Location", equalTo("/v1/documents/json/one.md"))
                .body("article.title", equalTo("标题 \"quoted\""))
                .body("article.date", equalTo("2024-05-06T00:00:00Z"))
                .body("article.tags.slug", equalTo(List.of("a", "b")))
                .body("article.params.nested.deep[0]", equalTo(true));

        var file = given().get("/v1/documents/json/one.md").asString();
        assertThat(file)
                .startsWith("{\n  \"title\"")
                .contains("4.50", "12345678901234567890", "标题")
                .endsWith("}\n# Heading\n\nText.\n");
        admin().contentType("text/markdown")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .put("/v1/documents/json/one.md")
                .then()
                .body("action", equalTo("unchanged"));
    }

    @Test
    void findsAPathAndIsUnchangedWhenRepeated() {
        var json = "{\"frontMatter\": {\"title\": \"No path\", \"date\": \"2024-05-07\"}, \"body\": \"Text.\"}";

        post(json).then().statusCode(201).header("Location", equalTo("/v1/documents/posts/2024-05-07-no-path.en.md"));
        post(json).then().statusCode(200).body("action", equalTo("unchanged"));
    }

    @Test
    void countsTheLastOfEqualKeysWithAWarning() {
        post("""
                {"path": "json/twice.md", "body": "Text.",
                 "frontMatter": {"title": "First", "title": "Second", "menu": {"weight": 1, "weight": 2}}}
                """)
                .then()
                .statusCode(201)
                .body("article.title", equalTo("Second"))
                .body("article.params.menu.weight", equalTo(2))
                .body("warnings.key", equalTo(List.of("title", "weight")));

        assertThat(given().get("/v1/documents/json/twice.md").asString())
                .containsOnlyOnce("\"title\"")
                .contains("Second")
                .doesNotContain("First");
    }

    @Test
    void refusesEqualKeysWhenStrict() {
        admin().contentType("application/json")
                .body("{\"path\": \"json/strict.md\", \"frontMatter\": {\"title\": \"A\", \"title\": \"B\"}}")
                .post("/v1/documents?strict=true")
                .then()
                .statusCode(422)
                .body("errors.key", equalTo(List.of("title")));
        given().get("/v1/documents/json/strict.md").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"path\": \"json/a.md\", \"path\": \"json/b.md\", \"body\": \"Text.\"}",
                "{\"frontMatter\": {\"a\": 1, \"a\": 2}, \"body\": \"Text.\", \"body\": \"More.\"}",
                "{\"frontMatter\": {\"a\": 1}, \"frontMatter\": {\"a\": 2}}"
            })
    void refusesMembersThatStandTwiceAroundTheFrontMatter(String json) {
        post(json).then().statusCode(400).body("type", equalTo("urn:lede:problem:malformed-json"));
    }

    @Test
    void needsNoFrontMatter() {
        post("{\"path\": \"json/bare.md\", \"body\": \"# Only a body\\n\"}")
                .then()
                .statusCode(201)
                .body("article.title", equalTo("Only a body"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"frontMatter\": {\"title\": \"x\"}, \"bdy\": \"t\"}|400|invalid-body",
                "{\"frontMatter\": [1], \"body\": \"t\"}|400|invalid-body",
                "{\"frontMatter\": {\"title\": \"x\"}, \"body\": 3}|400|invalid-body",
                "{}|400|invalid-body",
                "null|400|invalid-body",
                "[]|400|invalid-body",
                "{\"body\": \"t\"|400|malformed-json",
                "{\"body\": \"t\"} x|400|malformed-json",
                "{\"path\": \"../x.md\", \"body\": \"t\"}|400|invalid-path",
                "{\"frontMatter\": {\"date\": \"2023-02-30\"}, \"body\": \"t\"}|422|invalid-document",
            })
    void refusesWhatIsNoDocument(String json, int status, String problem) {
        post(json).then().statusCode(status).body("type", equalTo("urn:lede:problem:" + problem));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"frontMatter\": {\"title\": \"a \\ud800 b\"}, \"body\": \"t\"}",
                "{\"body\": \"a \\udc00 b\"}",
                "{\"body\": \"a \\u0000 b\"}",
            })
    void refusesWhatIsNoTextWithItsLine(String json) {
        post(json)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lede:problem:invalid-document"))
                .body("errors[0].line", notNullValue());
    }

    @Test
    void refusesBytesThatAreNotUtf8WithTheirLine() {
        var bytes = "{\n\"body\": \"?\"}".getBytes(StandardCharsets.UTF_8);
        bytes[11] = (byte) 0xff;

        post(bytes).then().statusCode(422).body("errors[0].line", equalTo(2));
    }
}
