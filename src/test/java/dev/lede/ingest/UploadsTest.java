package dev.lede.ingest;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.lede.database.Database;
import dev.lede.database.Sql;
import dev.lede.testsupport.Lede;
import dev.lede.testsupport.Tree;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UploadsTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};

    @Inject
    Database database;

    private static Response post(byte[] tar, Object... parameters) {
        var given = admin().contentType("application/x-tar");
        for (int i = 0; i < parameters.length; i += 2) {
            given.queryParam(parameters[i].toString(), parameters[i + 1]);
        }
        return given.body(tar).post("/v1/documents");
    }

    @Test
    void storesDocumentsAndTheFilesOfTheirBundles() {
        var tree = Tree.of()
                .with("up/a/chip/index.md", "---\ntitle: Chip\nthumbnail: cover.png\n---\n[Notes](notes.md)\n")
                .with("up/a/chip/cover.png", PNG)
                .with("up/a/chip/notes.md", "No article, but a file of the bundle.")
                .with("static/up/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
                .document("up/a/plain.md", "Plain");

        post(tree.tar())
                .then()
                .statusCode(200)
                .body("created", equalTo(5))
                .body("failed", equalTo(0))
                .body(
                        "items.path",
                        equalTo(List.of(
                                "up/a/chip/index.md",
                                "up/a/chip/cover.png",
                                "up/a/chip/notes.md",
                                "static/up/logo.svg",
                                "up/a/plain.md")))
                .body("items[0].url", equalTo("/up/a/chip/"))
                .body("items[1].url", equalTo("/v1/assets/up/a/chip/cover.png"))
                .body("items[2].id", nullValue());

        given().queryParam("section", "up")
                .get("/v1/articles")
                .then()
                .body("items.title", hasItem("Chip"))
                .body("items.find { it.title == 'Chip' }.thumbnail.src", equalTo("/v1/assets/up/a/chip/cover.png"));
        assertThat(given().get("/v1/assets/up/a/chip/cover.png").asByteArray()).isEqualTo(PNG);
        assertThat(given().get("/v1/assets/up/a/chip/notes.md").asString()).startsWith("No article");
        given().get("/v1/documents/up/a/chip/notes.md").then().statusCode(404);
        given().get("/v1/documents/up/a/plain.md").then().statusCode(200);
    }

    /** Otherwise lists of these would be slow until the server counts by itself. */
    @Test
    void manyNewArticlesAreCountedForThePlannerAtOnce() {
        long known = counts("select reltuples::bigint from pg_class where oid = any(?::regclass[])").stream()
                .max(Long::compare)
                .orElseThrow();
        var analyses =
                "select analyze_count from pg_stat_user_tables where relid = any(?::regclass[]) order by relname";
        var before = counts(analyses);
        uploadCounted("few", 1);
        assertThat(counts(analyses)).isEqualTo(before);
        uploadCounted("many", (int) Math.max(500, known / 10 + 1));
        assertThat(counts(analyses))
                .isEqualTo(before.stream().map(count -> count + 1).toList());
    }

    private List<Long> counts(String statement) {
        return database.read(session ->
                session.list(Sql.of(statement, List.of("article", "article_term", "term")), row -> row.getLong(1)));
    }

    private static void uploadCounted(String folder, int articles) {
        Lede.putAll(
                        articles,
                        number -> "content/counted/" + folder + "/" + number + ".md",
                        number -> "---\ntags: [counted]\n---\nText.")
                .then()
                .statusCode(200);
    }

    @Test
    void aSecondTimeAllIsUnchangedAndNoRevisionIsUsedUp() {
        var tree = Tree.of()
                .document("up/b/one.md", "One")
                .document("up/b/two.md", "Two")
                .with("up/b/x.png", PNG);
        long first =
                post(tree.tar()).then().statusCode(200).extract().jsonPath().getLong("revision");

        admin().contentType("application/gzip")
                .body(tree.tarGz())
                .post("/v1/documents")
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(3))
                .body("created", equalTo(0))
                .body("revision", equalTo((int) first))
                .body("items[0].url", equalTo("/up/b/one/"));
    }

    @Test
    void everyFormOfUploadGivesTheSame() {
        var types = new HashMap<String, byte[]>();
        var tree = Tree.of().document("FORM/文章.md", "文章").with("FORM/p.png", PNG);
        types.put("application/x-tar", tree.tar());
        types.put("application/gzip", tree.tarGz());
        types.put("application/zip", tree.zip());
        types.put("multipart/form-data; boundary=lede", tree.multipart());
        types.put("application/x-ndjson", """
                {"path": "FORM/文章.md", "content": "---\\ntitle: 文章\\ndate: 2024-05-06\\n---\\nText of 文章.\\n"}

                {"path": "FORM/p.png", "content": "iVBORw0KGgoBAgM=", "encoding": "base64"}
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        types.forEach((type, body) -> {
            admin().delete("/v1/documents/FORM/文章.md");
            admin().delete("/v1/assets/FORM/p.png");
            admin().header("Content-Type", type)
                    .body(body)
                    .post("/v1/documents")
                    .then()
                    .statusCode(200)
                    .body("items.path", equalTo(List.of("FORM/文章.md", "FORM/p.png")))
                    .body("created", equalTo(2));
            assertThat(given().get("/v1/documents/FORM/文章.md").asString())
                    .as(type)
                    .isEqualTo("---\ntitle: 文章\ndate: 2024-05-06\n---\nText of 文章.\n");
            assertThat(given().get("/v1/assets/FORM/p.png").asByteArray())
                    .as(type)
                    .isEqualTo(PNG);
        });
    }

    @Test
    void oneBadDocumentNeverSpoilsTheOthers() {
        var tree = Tree.of()
                .document("up/c/good.md", "Good")
                .with("up/c/bad.md", "---\ntitle: Bad\ndate: 2023-02-30\n---\nText.\n")
                .with("up/c/odd.md", "---\ntitle: Odd\ncatagories: [a]\n---\nText.\n")
                .with("up/../escape.md", "Out of here.");

        post(tree.tar())
                .then()
                .statusCode(207)
                .body("created", equalTo(2))
                .body("failed", equalTo(2))
                .body("items[1].action", equalTo("failed"))
                .body("items[1].errors[0].line", equalTo(3))
                .body("items[1].errors[0].key", equalTo("date"))
                .body("items[1].errors[0].value", equalTo("2023-02-30"))
                .body("items[2].action", equalTo("created"))
                .body("items[2].warnings[0].hint", containsString("categories"))
                .body("items[3].action", equalTo("failed"))
                .body("items[3].path", equalTo("up/../escape.md"));
        given().get("/v1/documents/up/c/good.md").then().statusCode(200);
        given().get("/v1/documents/up/c/bad.md").then().statusCode(404);
    }

    @Test
    void whereAllFailNothingIsStored() {
        post(Tree.of().with("up/d/bad.md", "---\ndate: never\n---\n").tar())
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:lede:problem:nothing-stored"))
                .body("failed", equalTo(1))
                .body("items[0].errors", hasSize(1));
    }

    @Test
    void anAtomicUploadIsStoredWholeOrNotAtAll() {
        var before = revision();
        var tree = Tree.of()
                .document("up/e/good.md", "Good")
                .with("up/e/p.png", PNG)
                .with("up/e/bad.md", "---\ntitle: [\n---\n");

        post(tree.tar(), "atomic", true)
                .then()
                .statusCode(422)
                .body("failed", equalTo(1))
                .body("items.path", equalTo(List.of("up/e/good.md", "up/e/p.png", "up/e/bad.md")));

        given().get("/v1/documents/up/e/good.md").then().statusCode(404);
        given().get("/v1/assets/up/e/p.png").then().statusCode(404);
        assertThat(revision()).isEqualTo(before);
    }

    @Test
    void strictlyWarningsAreErrorsOfUnchangedDocumentsToo() {
        var tree = Tree.of().with("up/f/odd.md", "---\ntitle: Odd\ncatagories: [a]\n---\nText.\n");
        post(tree.tar()).then().statusCode(200);

        post(tree.tar(), "strict", true)
                .then()
                .statusCode(422)
                .body("items[0].action", equalTo("failed"))
                .body("items[0].errors[0].key", equalTo("catagories"));
    }

    @Test
    void aDryRunAnswersTheSameAndStoresNothing() {
        var before = revision();
        var tree = Tree.of()
                .with("up/g/one.md", "---\ntitle: One\ntags: [up-dry]\n---\nText.\n")
                .with("up/g/p.png", PNG);

        post(tree.tar(), "dryRun", true).then().statusCode(200).body("created", equalTo(2));

        assertThat(revision()).isEqualTo(before);
        given().get("/v1/documents/up/g/one.md").then().statusCode(404);
        given().get("/v1/assets/up/g/p.png").then().statusCode(404);
        post(tree.tar()).then().statusCode(200).body("created", equalTo(2));
    }

    @Test
    void goesOnOnlyWhenNothingHasChangedSinceARevision() {
        long revision = post(Tree.of().document("up/h/one.md", "One").tar())
                .then()
                .extract()
                .jsonPath()
                .getLong("revision");
        post(Tree.of().document("up/h/two.md", "Two").tar(), "ifRevision", revision)
                .then()
                .statusCode(200);

        post(Tree.of().document("up/h/three.md", "Three").tar(), "ifRevision", revision)
                .then()
                .statusCode(412);
        post(Tree.of().document("up/h/three.md", "Three").tar(), "ifRevision", revision + 1_000_000)
                .then()
                .statusCode(412);
        post(Tree.of().document("up/h/three.md", "Three").tar(), "ifRevision", "soon")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("ifRevision"));
        given().get("/v1/documents/up/h/three.md").then().statusCode(404);
    }

    @Test
    void prunesWhatDidNotComeBelowItsScopeAlone() {
        post(Tree.of()
                        .document("up-prune/in/one.md", "One")
                        .document("up-prune/in/two.md", "Two")
                        .document("up-prune/inside.md", "Not below")
                        .tar())
                .then()
                .statusCode(200);

        post(Tree.of().document("up-prune/in/one.md", "One").tar(), "prune", true, "scope", "up-prune/in")
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(1))
                .body("deleted", equalTo(1))
                .body("items[1].path", equalTo("up-prune/in/two.md"))
                .body("items[1].action", equalTo("deleted"));

        given().get("/v1/documents/up-prune/in/two.md").then().statusCode(404);
        given().get("/v1/documents/up-prune/inside.md").then().statusCode(200);
    }

    @Test
    void aDocumentThatFailedIsNotPruned() {
        post(Tree.of()
                .document("up-kept/one.md", "One")
                .document("up-kept/two.md", "Two")
                .tar());

        post(
                        Tree.of()
                                .document("up-kept/one.md", "One")
                                .with("up-kept/two.md", "---\ndate: never\n---\n")
                                .tar(),
                        "prune",
                        true,
                        "scope",
                        "up-kept/")
                .then()
                .statusCode(207)
                .body("deleted", equalTo(0));
        given().get("/v1/documents/up-kept/two.md").then().statusCode(200);
    }

    @Test
    void deletesNoMoreThanItMay() {
        var tree = Tree.of();
        for (int i = 0; i < 4; i++) {
            tree.document("up-max/" + i + ".md", "Number " + i);
        }
        post(tree.tar()).then().statusCode(200);

        post(Tree.of().document("up-max/0.md", "Number 0").tar(), "prune", true, "scope", "up-max/", "maxDeletes", 2)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lede:problem:too-many-deletes"))
                .body("deletes", equalTo(3));
        given().get("/v1/documents/up-max/3.md").then().statusCode(200);
        post(Tree.of().document("up-max/0.md", "Number 0").tar(), "prune", true, "scope", "up-max/", "maxDeletes", 3)
                .then()
                .statusCode(200)
                .body("deleted", equalTo(3));
    }

    @Test
    void theSameBytesAtAnotherPathAreAMove() {
        String id = post(Tree.of().document("up-move/old-name.md", "Moved").tar())
                .then()
                .extract()
                .jsonPath()
                .getString("items[0].id");

        post(
                        Tree.of().document("up-move/new-name.md", "Moved").tar(),
                        "prune",
                        true,
                        "scope",
                        "up-move/",
                        "maxDeletes",
                        0)
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("items[1].path", equalTo("up-move/old-name.md"))
                .body("items[1].movedTo", equalTo("up-move/new-name.md"));

        given().redirects()
                .follow(false)
                .get("/v1/articles/" + id)
                .then()
                .statusCode(308)
                .header(
                        "Location",
                        equalTo("/v1/articles/"
                                + given().get("/v1/articles/new-name")
                                        .jsonPath()
                                        .getString("id")));
        given().redirects().follow(false).get("/v1/articles/old-name").then().statusCode(308);
        given().queryParam("url", "/up-move/old-name/")
                .get("/v1/resolve")
                .then()
                .body("url", equalTo("/up-move/new-name/"))
                .body("moved", equalTo(true));
    }

    @Test
    void theSameTranslationKeyAndLanguageIsAMoveThoughTheTextChanged() {
        post(Tree.of()
                .with("up-key/first.md", "---\ntitle: First\ntranslationKey: up-k\n---\nText.\n")
                .tar());

        post(
                        Tree.of()
                                .with("up-key/second.md", "---\ntitle: Second\ntranslationKey: up-k\n---\nOther.\n")
                                .tar(),
                        "prune",
                        true,
                        "scope",
                        "up-key/",
                        "strict",
                        true)
                .then()
                .statusCode(200)
                .body("items[1].movedTo", equalTo("up-key/second.md"));
    }

    @Test
    void aLineForEachFileAndTheLastSaysWhetherAnythingIsStored() {
        var lines = lines(admin().accept("application/x-ndjson")
                .contentType("application/x-tar")
                .body(Tree.of()
                        .document("up/n/one.md", "One")
                        .with("up/n/bad.md", "---\ndate: never\n---\n")
                        .with("up/n/p.png", PNG)
                        .tar())
                .post("/v1/documents"));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).getString("path")).isEqualTo("up/n/one.md");
        assertThat(lines.get(0).getString("action")).isEqualTo("created");
        assertThat(lines.get(1).getString("action")).isEqualTo("failed");
        assertThat(lines.get(2).getString("url")).isEqualTo("/v1/assets/up/n/p.png");
        assertThat(lines.get(3).getInt("status")).isEqualTo(207);
        assertThat(lines.get(3).getInt("summary.created")).isEqualTo(2);
        assertThat(lines.get(3).getLong("revision")).isEqualTo(revision());
    }

    @Test
    void aRefusalAtTheEndIsTheLastLine() {
        post(Tree.of()
                .document("up-last/one.md", "One")
                .document("up-last/two.md", "Two")
                .tar());

        var lines = lines(admin().accept("application/x-ndjson")
                .contentType("application/x-tar")
                .queryParam("prune", true)
                .queryParam("scope", "up-last/")
                .queryParam("maxDeletes", 0)
                .body(Tree.of().document("up-last/three.md", "Three").tar())
                .post("/v1/documents"));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).getInt("status")).isEqualTo(422);
        assertThat(lines.get(1).getString("problem.type")).isEqualTo("urn:lede:problem:too-many-deletes");
        given().get("/v1/documents/up-last/three.md").then().statusCode(404);
    }

    @Test
    void whatIsRefusedBeforeWorkBeginsIsAProblemEvenForThoseWhoWantLines() {
        admin().accept("application/x-ndjson")
                .contentType("application/x-tar")
                .queryParam("ifRevision", 999_999_999)
                .body(Tree.of().document("up/o/one.md", "One").tar())
                .post("/v1/documents")
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
    }

    private static List<JsonPath> lines(Response response) {
        response.then().statusCode(200).contentType("application/x-ndjson");
        return Arrays.stream(response.asString().split("\n")).map(JsonPath::new).toList();
    }

    @Test
    void aPathThatComesTwiceFailsTheSecondTime() {
        // Composed and decomposed, as a Mac and the others have it.
        post(Tree.of()
                        .document("up/p/caf\u00e9.md", "First")
                        .document("up/p/cafe\u0301.md", "Second")
                        .tar())
                .then()
                .statusCode(207)
                .body("items.action", equalTo(List.of("created", "failed")));
        given().get("/v1/articles/{slug}", "caf\u00e9").then().body("title", equalTo("First"));
    }

    @Test
    void warnsOfUrlsThatTwoOfTheSameUploadHave() {
        post(Tree.of()
                        .with("up/q/one.md", "---\ntitle: One\nurl: /up-q/\n---\n")
                        .with("up/q/two.md", "---\ntitle: Two\nurl: /up-q/\n---\n")
                        .tar())
                .then()
                .statusCode(200)
                .body("items[0].warnings", nullValue())
                .body("items[1].warnings[0].detail", containsString("up/q/one.md"));
    }

    @Test
    void warnsOfPicturesThatAreNowhereAndOfNoneThatComeLaterInTheSameUpload() {
        var document = "---\ntitle: Pictured\nthumbnail: cover.png\n---\nText.\n";
        post(Tree.of()
                        .with("up/v/with/index.md", document)
                        .with("up/v/without/index.md", document)
                        .with("up/v/with/cover.png", PNG)
                        .tar())
                .then()
                .statusCode(200)
                .body("items[0].warnings", nullValue())
                .body("items[1].warnings", hasSize(1))
                .body("items[1].warnings[0].value", equalTo("cover.png"))
                .body("items[1].warnings[0].line", equalTo(3));
    }

    @Test
    void countsWhatOnlyAppearsLater() {
        post(Tree.of()
                        .with("up/r/later.md", "---\ntitle: Later\npublishDate: 2999-01-01\n---\n")
                        .document("up/r/now.md", "Now")
                        .tar())
                .then()
                .body("created", equalTo(2))
                .body("scheduled", equalTo(1));
    }

    @Test
    void picturesThatComeLaterAreFoundByArticlesThatDoNot() {
        put("up-late/post/index.md", "---\ntitle: Late\nthumbnail: p.png\n---\nText.\n");

        post(Tree.of().with("up-late/post/p.png", PNG).tar()).then().statusCode(200);

        given().queryParam("fields", "thumbnail.src")
                .get("/v1/articles/post?lang=en")
                .then()
                .body("thumbnail.src", equalTo("/v1/assets/up-late/post/p.png"));
    }

    @Test
    void whatBecomesAFileOfABundleIsNoArticleAnyMore() {
        put("up-bundle/x/notes.md", "---\ntitle: Notes of x\n---\nText.\n");

        post(Tree.of()
                        .document("up-bundle/x/notes.md", "Notes of x, still")
                        .document("up-bundle/x/index.md", "X")
                        .tar())
                .then()
                .statusCode(200);

        given().get("/v1/documents/up-bundle/x/notes.md").then().statusCode(404);
        given().get("/v1/assets/up-bundle/x/notes.md").then().statusCode(200);
        // And when only it comes again, the bundle is remembered.
        post(Tree.of().document("up-bundle/x/notes.md", "Notes of x, changed").tar())
                .then()
                .body("items[0].url", equalTo("/v1/assets/up-bundle/x/notes.md"));
    }

    @Test
    void htmlIsADocumentOnlyWithFrontMatter() {
        post(Tree.of()
                        .with("up/s/page.html", "---\ntitle: Page\n---\n<p>Text.</p>\n")
                        .with("static/up/s/demo.html", "<p>Demo.</p>\n")
                        .tar())
                .then()
                .body("items[0].url", equalTo("/up/s/page/"))
                .body("items[1].url", equalTo("/v1/assets/static/up/s/demo.html"));
    }

    @Test
    void parametersSayWhereTheyBelong() {
        for (var parameter : Map.of(
                        "atomic", "true", "ifRevision", "1", "prune", "true", "scope", "a/", "maxDeletes", "1")
                .entrySet()) {
            admin().contentType("text/markdown")
                    .queryParam(parameter.getKey(), parameter.getValue())
                    .body("Text.")
                    .post("/v1/documents")
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo(parameter.getKey()));
        }
        var tar = Tree.of().document("up/t/one.md", "One").tar();
        post(tar, "path", "a.md").then().statusCode(400);
        post(tar, "prune", true).then().statusCode(400).body("errors[0].parameter", equalTo("scope"));
        post(tar, "scope", "a/").then().statusCode(400);
        post(tar, "prune", true, "scope", "../a").then().statusCode(400);
        post(tar, "maxDeletes", -1).then().statusCode(400);
        admin().contentType("application/x-tar")
                .header("If-None-Match", "*")
                .body(tar)
                .post("/v1/documents")
                .then()
                .statusCode(400);
        given().get("/v1/documents/up/t/one.md").then().statusCode(404);
    }

    @Test
    void needsAKeyThatMayWrite() {
        given().contentType("application/x-tar")
                .body(Tree.of().document("up/u/one.md", "One").tar())
                .post("/v1/documents")
                .then()
                .statusCode(401);
    }

    @Test
    void whatIsNoArchiveIsMalformed() {
        post("This is no archive at all, but a text of some length."
                        .repeat(40)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:lede:problem:malformed-archive"));
    }

    private static long revision() {
        return Long.parseLong(given().get("/v1").header("Lede-Revision"));
    }
}
