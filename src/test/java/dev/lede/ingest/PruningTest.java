package dev.lede.ingest;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.lede.testsupport.Tree;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** With a bundle that is pruned its pictures go, and no others. */
@QuarkusTest
class PruningTest {

    private static final byte[] PICTURE = {1, 2, 3};
    private static final byte[] OTHER = {4, 5, 6};

    private static ValidatableResponse post(Tree tree, Object... parameters) {
        var given = admin().contentType("application/x-tar");
        for (int i = 0; i < parameters.length; i += 2) {
            given.queryParam(parameters[i].toString(), parameters[i + 1]);
        }
        return given.body(tree.tar()).post("/v1/documents").then().statusCode(200);
    }

    private static ValidatableResponse prune(String scope, Tree tree) {
        return post(tree, "prune", true, "scope", scope);
    }

    private static void assets(int status, String... paths) {
        for (var path : paths) {
            admin().get("/v1/assets/" + path).then().statusCode(status);
        }
    }

    @Test
    void whatLiesInABundleGoesWithItAndIsToldOf() {
        post(Tree.of()
                .document("pr-a/stays.md", "Stays")
                .document("pr-a/goes/index.md", "Goes")
                .with("pr-a/goes/p.png", PICTURE)
                .with("pr-a/goes/deep/q.png", OTHER)
                .with("pr-a/goes/notes.md", "Notes."));

        prune("pr-a/", Tree.of().document("pr-a/stays.md", "Stays"))
                .body("unchanged", equalTo(1))
                .body("deleted", equalTo(4))
                .body(
                        "items.path",
                        contains(
                                "pr-a/stays.md",
                                "pr-a/goes/index.md",
                                "pr-a/goes/deep/q.png",
                                "pr-a/goes/notes.md",
                                "pr-a/goes/p.png"))
                .body("items[2].action", equalTo("deleted"))
                .body("items[2].url", equalTo("/v1/assets/pr-a/goes/deep/q.png"))
                .body("items[2].id", nullValue());

        assets(404, "pr-a/goes/p.png", "pr-a/goes/deep/q.png", "pr-a/goes/notes.md");
    }

    @Test
    void whatLiesInNoBundleThatGoesStays() {
        post(Tree.of()
                .document("pr-b/stays/index.md", "Stays")
                .with("pr-b/stays/p.png", PICTURE)
                .document("pr-b/goes/index.md", "Goes")
                .document("pr-b/goes/index.de.md", "Geht")
                .with("pr-b/loose.png", PICTURE)
                .document("pr-b-out/goes-not/index.md", "Out of scope")
                .with("pr-b-out/goes-not/p.png", PICTURE)
                .with("static/pr-b.png", PICTURE));

        // The pictures of those that stay may have been put one by one.
        prune("pr-b/", Tree.of().document("pr-b/stays/index.md", "Stays")).body("deleted", equalTo(2));

        assets(200, "pr-b/stays/p.png", "pr-b/loose.png", "pr-b-out/goes-not/p.png", "static/pr-b.png");
    }

    @Test
    void aTranslationThatStaysKeepsThePicturesOfItsBundle() {
        post(Tree.of()
                .document("pr-c/x/index.md", "English")
                .document("pr-c/x/index.de.md", "Deutsch")
                .with("pr-c/x/p.png", PICTURE));

        prune("pr-c/", Tree.of().document("pr-c/x/index.de.md", "Deutsch")).body("deleted", equalTo(1));

        assets(200, "pr-c/x/p.png");
    }

    @Test
    void aBundleWithinOneThatGoesKeepsItsPictures() {
        put("pr-d/outer/index.md", "---\ntitle: Outer\n---\nText.\n");
        put("pr-d/outer/inner/index.md", "---\ntitle: Inner\n---\nText.\n");
        for (var path : new String[] {"pr-d/outer/p.png", "pr-d/outer/inner/p.png"}) {
            admin().body(PICTURE).contentType("image/png").put("/v1/assets/" + path);
        }

        prune("pr-d/", Tree.of().with("pr-d/outer/inner/index.md", "---\ntitle: Inner\n---\nText.\n"))
                .body("items.path", contains("pr-d/outer/inner/index.md", "pr-d/outer/index.md", "pr-d/outer/p.png"))
                .body("items.action", contains("unchanged", "deleted", "deleted"));

        assets(200, "pr-d/outer/inner/p.png");
    }

    @Test
    void whatWasAFileOfABundleIsADocumentOnceTheBundleGoes() {
        post(Tree.of().document("pr-h/x/index.md", "X").document("pr-h/x/notes.md", "Notes"));
        var rest = Tree.of().document("pr-h/x/notes.md", "Notes");

        prune("pr-h/", rest)
                .body("created", equalTo(1))
                .body("deleted", equalTo(1))
                .body("items[0].url", equalTo("/pr-h/x/notes/"));

        assets(404, "pr-h/x/notes.md");
        prune("pr-h/", rest).body("unchanged", equalTo(1));
    }

    @Test
    void aBundleThatMovedLeavesNothingBehindThatItHasAgain() {
        post(Tree.of()
                .document("pr-e/old/index.md", "Moved")
                .with("pr-e/old/p.png", PICTURE)
                .with("pr-e/old/alone.png", OTHER));

        prune("pr-e/", Tree.of().document("pr-e/new/index.md", "Moved").with("pr-e/new/p.png", PICTURE))
                .body("deleted", equalTo(2))
                .body(
                        "items.path",
                        containsInAnyOrder(
                                "pr-e/new/index.md", "pr-e/new/p.png", "pr-e/old/index.md", "pr-e/old/p.png"))
                .body("items.find { it.path == 'pr-e/old/index.md' }.movedTo", equalTo("pr-e/new/index.md"));

        assets(404, "pr-e/old/p.png");
        assets(200, "pr-e/old/alone.png", "pr-e/new/p.png");
    }

    @Test
    void picturesDoNotCountAgainstMaxDeletesAndADryRunKeepsThem() {
        var tree = Tree.of().document("pr-f/goes/index.md", "Goes");
        for (int i = 0; i < 5; i++) {
            tree.with("pr-f/goes/" + i + ".png", new byte[] {(byte) i});
        }
        post(tree);
        var rest = Tree.of().document("pr-f/stays.md", "Stays");

        post(rest, "prune", true, "scope", "pr-f/", "maxDeletes", 1, "dryRun", true)
                .body("deleted", equalTo(6));
        assets(200, "pr-f/goes/0.png");
        post(rest, "prune", true, "scope", "pr-f/", "maxDeletes", 1).body("deleted", equalTo(6));
        assets(404, "pr-f/goes/0.png");
    }

    @Test
    void whoShowsAPictureThatWentShowsItNoMore() {
        post(Tree.of()
                .with("pr-g/goes/index.md", "---\ntitle: Goes\n---\n")
                .with("pr-g/goes/p.png", PICTURE)
                .with(
                        "pr-g/shows.md",
                        "---\ntitle: Shows\nslug: pr-g-shows\nthumbnail: /pr-g/goes/p.png\n---\nText.\n"));
        given().get("/v1/articles/pr-g-shows").then().body("thumbnail.src", equalTo("/v1/assets/pr-g/goes/p.png"));

        prune(
                "pr-g/goes/",
                Tree.of()
                        .with(
                                "pr-g/shows.md",
                                "---\ntitle: Shows\nslug: pr-g-shows\nthumbnail: /pr-g/goes/p.png\n---\nText.\n"));

        admin().get("/v1/assets/pr-g/goes/p.png").then().statusCode(404);
        given().get("/v1/articles/pr-g-shows").then().body("thumbnail.src", equalTo("/pr-g/goes/p.png"));
    }
}
