package dev.lede.article;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MovedArticlesTest {

    private static Response get(String path) {
        return given().redirects().follow(false).get(path);
    }

    private static void resolves(String url, String present, boolean moved) {
        given().queryParam("url", url)
                .get("/v1/resolve")
                .then()
                .statusCode(200)
                .body("url", equalTo(present))
                .body("moved", equalTo(moved));
    }

    private static void resolvesNot(String url) {
        given().queryParam("url", url).get("/v1/resolve").then().statusCode(404);
    }

    private static Response move(String from, String to, String document) {
        return admin().contentType("text/markdown")
                .queryParam("movedFrom", from)
                .body(document)
                .put("/v1/documents/" + to);
    }

    @Test
    void resolvesPresentUrlsInBothForms() {
        put("resolved/中文.md", "---\ntitle: A\n---\nText.\n");

        resolves("/resolved/中文/", "/resolved/%E4%B8%AD%E6%96%87/", false);
        resolves("/resolved/%E4%B8%AD%E6%96%87/", "/resolved/%E4%B8%AD%E6%96%87/", false);
        resolves("/resolved/%E4%B8%AD%E6%96%87", "/resolved/%E4%B8%AD%E6%96%87/", false);
        resolvesNot("/resolved/other/");
    }

    @Test
    void resolvesAliasesFromTheRootAndBesideThePage() {
        put("aliased/page.md", "---\ntitle: A\naliases: [/very/old/, beside, /old.html]\n---\nText.\n");

        resolves("/very/old/", "/aliased/page/", true);
        resolves("/aliased/beside/", "/aliased/page/", true);
        resolves("/old.html", "/aliased/page/", true);
    }

    @Test
    void prefersOfTwoWithOneUrlTheOneWhosePathSortsFirst() {
        put("samea/b.md", "---\ntitle: Second\nurl: /the-same/\n---\nText.\n");
        put("samea/a.md", "---\ntitle: First\nurl: /the-same/\n---\nText.\n")
                .then()
                .body("warnings.detail[0]", equalTo("The url /the-same/ is also that of samea/b.md"));

        String first = given().get("/v1/articles?slug=a&section=samea").path("items[0].id");
        given().get("/v1/resolve?url=/the-same/").then().body("id", equalTo(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?url=", "?url=old", "?url=https://example.org/", "?url=//example.org/"})
    void refusesToResolveWhatIsNoRootRelativeUrl(String query) {
        given().get("/v1/resolve" + query).then().statusCode(400);
    }

    @Test
    void redirectsAFormerSlugAndKeepsTheQuery() {
        put("renamed/page.md", "---\ntitle: A\nslug: before-it\n---\nText.\n");
        put("renamed/page.md", "---\ntitle: A\nslug: after-it\n---\nText.\n");

        get("/v1/articles/before-it?fields=title,url&lang=en")
                .then()
                .statusCode(308)
                .header("Location", equalTo("/v1/articles/after-it?fields=title%2Curl&lang=en"))
                .header("Cache-Control", startsWith("public"));
        get("/v1/summaries/before-it").then().statusCode(308).header("Location", equalTo("/v1/summaries/after-it"));
        given().get("/v1/articles/before-it").then().statusCode(200).body("slug", equalTo("after-it"));
        resolves("/renamed/before-it/", "/renamed/after-it/", true);
        resolves("/renamed/after-it/", "/renamed/after-it/", false);
    }

    @Test
    void aPresentSlugComesBeforeAFormerOne() {
        put("taken/page.md", "---\ntitle: Mover\nslug: taken-slug\n---\nText.\n");
        put("taken/page.md", "---\ntitle: Mover\nslug: left-slug\n---\nText.\n");
        put("taken/other.md", "---\ntitle: Taker\nslug: taken-slug\n---\nText.\n");

        get("/v1/articles/taken-slug").then().statusCode(200).body("title", equalTo("Taker"));
    }

    @Test
    void namesTheIdWhereThePresentSlugIsSeverals() {
        put("shared-a/page.md", "---\ntitle: A\nslug: once-mine\n---\nText.\n");
        put("shared-a/page.md", "---\ntitle: A\nslug: now-shared\n---\nText.\n");
        put("shared-b/page.md", "---\ntitle: B\nslug: now-shared\n---\nText.\n");
        String id = given().get("/v1/articles?section=shared-a").path("items[0].id");

        get("/v1/articles/once-mine").then().statusCode(308).header("Location", equalTo("/v1/articles/" + id));
    }

    @Test
    void saysNothingOfSlugsThatADraftHad() {
        put("secretive/page.md", "---\ntitle: A\nslug: draft-slug\ndraft: true\n---\nText.\n");
        put("secretive/page.md", "---\ntitle: A\nslug: public-slug\n---\nText.\n");

        get("/v1/articles/draft-slug").then().statusCode(404);
        resolvesNot("/secretive/draft-slug/");
    }

    @Test
    void saysNothingOfWhatIsADraftAgain() {
        put("withdrawn/page.md", "---\ntitle: A\nslug: first-slug\n---\nText.\n");
        put("withdrawn/page.md", "---\ntitle: A\nslug: second-slug\n---\nText.\n");
        put("withdrawn/page.md", "---\ntitle: A\nslug: second-slug\ndraft: true\n---\nText.\n");

        get("/v1/articles/first-slug").then().statusCode(404);
        get("/v1/articles/second-slug").then().statusCode(404);
        resolvesNot("/withdrawn/first-slug/");
        resolvesNot("/withdrawn/second-slug/");
        admin().redirects()
                .follow(false)
                .get("/v1/articles/first-slug?perspective=all")
                .then()
                .statusCode(308);
    }

    @Test
    void tellsThatAnArticleWasDeleted() {
        String id = put("deleted/page.md", "---\ntitle: A\n---\nText.\n").path("article.id");
        admin().delete("/v1/documents/deleted/page.md").then().statusCode(204);

        get("/v1/articles/" + id).then().statusCode(410).body("type", equalTo("urn:lede:problem:gone"));
        get("/v1/articles/00000000-0000-5000-8000-000000000000").then().statusCode(404);

        put("deleted/page.md", "---\ntitle: A\n---\nText.\n");
        get("/v1/articles/" + id).then().statusCode(200);
    }

    @Test
    void saysNothingOfADeletedDraft() {
        String id = put("deleted/draft.md", "---\ntitle: A\ndraft: true\n---\nText.\n")
                .path("article.id");
        admin().delete("/v1/documents/deleted/draft.md").then().statusCode(204);

        get("/v1/articles/" + id).then().statusCode(404);
    }

    @Test
    void movesADocumentWithItsIdSlugAndUrl() {
        var document = "---\ntitle: Moving\n---\nText.\n";
        String old = put("mover/mover-from.md", document).path("article.id");

        String id = move("mover/mover-from.md", "moved/mover-to.md", document)
                .then()
                .statusCode(201)
                .extract()
                .path("article.id");

        get("/v1/documents/mover/mover-from.md").then().statusCode(404);
        get("/v1/articles/" + old).then().statusCode(308).header("Location", equalTo("/v1/articles/" + id));
        get("/v1/articles/mover-from").then().statusCode(308).header("Location", equalTo("/v1/articles/mover-to"));
        resolves("/mover/mover-from/", "/moved/mover-to/", true);
        move("mover/mover-from.md", "moved/mover-to.md", document)
                .then()
                .statusCode(200)
                .body("action", equalTo("unchanged"));
        move("mover/never.md", "moved/mover-to.md", document).then().statusCode(404);
    }

    @Test
    void remembersWhatAMovedArticleWasCalledBefore() {
        put("chain/a.md", "---\ntitle: Chain\nslug: chain-one\n---\nText.\n");
        put("chain/a.md", "---\ntitle: Chain\nslug: chain-two\n---\nText.\n");
        move("chain/a.md", "chain/b.md", "---\ntitle: Chain\nslug: chain-three\n---\nText.\n");

        get("/v1/articles/chain-one").then().statusCode(308).header("Location", equalTo("/v1/articles/chain-three"));
        get("/v1/articles/chain-two").then().statusCode(308).header("Location", equalTo("/v1/articles/chain-three"));
    }

    @Test
    void saysNothingOfWhereADraftMovedFrom() {
        var draft = "---\ntitle: Draft\ndraft: true\n---\nText.\n";
        String old = put("quiet/from.md", draft).path("article.id");
        move("quiet/from.md", "quiet/to.md", draft.replace("draft: true\n", ""));

        get("/v1/articles/" + old).then().statusCode(404);
        resolvesNot("/quiet/from/");
    }

    @Test
    void aDryMoveLeavesEverythingAsItWas() {
        var document = "---\ntitle: Dry move\n---\nText.\n";
        put("drymove/from.md", document);

        admin().contentType("text/markdown")
                .body(document)
                .put("/v1/documents/drymove/to.md?movedFrom=drymove/from.md&dryRun=true")
                .then()
                .statusCode(201);

        get("/v1/documents/drymove/from.md").then().statusCode(200);
        get("/v1/documents/drymove/to.md").then().statusCode(404);
    }

    @Test
    void theIdOfAMovedAndThenDeletedArticleIsGone() {
        var document = "---\ntitle: Moved away\n---\nText.\n";
        String old = put("away/from.md", document).path("article.id");
        move("away/from.md", "away/to.md", document);
        admin().delete("/v1/documents/away/to.md").then().statusCode(204);

        get("/v1/articles/" + old).then().statusCode(410);
    }
}
