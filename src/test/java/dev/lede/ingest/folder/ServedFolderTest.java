package dev.lede.ingest.folder;

import static dev.lede.ingest.folder.WithFolder.FOLDER;
import static dev.lede.ingest.folder.WithFolder.write;
import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.lede.testsupport.Eventually;
import dev.lede.testsupport.Tree;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithFolder.class)
class ServedFolderTest {

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(deadline);
            Thread.sleep(50);
        }
    }

    private static boolean isThere(String document) {
        return given().get("/v1/documents/" + document).statusCode() == 200;
    }

    @Test
    void isThereWhenTheFirstRequestComes() {
        given().get("/v1/articles/chip?lang=en")
                .then()
                .statusCode(200)
                .body("title", equalTo("Chip served"))
                .body("thumbnail.src", equalTo("/v1/assets/served/chip/p.png"));
        given().get("/v1/documents/served/bad.md").then().statusCode(404);
        given().get("/v1/assets/served/.git/config").then().statusCode(404);
    }

    @Test
    void whatIsItsOwnIsChangedThereAlone() {
        put("served/chip/index.md", "---\ntitle: Taken over\n---\n")
                .then()
                .statusCode(409)
                .body("detail", containsString("lede.content-dir"));
        admin().delete("/v1/documents/served/chip/index.md").then().statusCode(409);
        admin().body("x").put("/v1/assets/served/chip/p.png").then().statusCode(409);
        admin().delete("/v1/assets/served/chip/p.png").then().statusCode(409);
        admin().queryParam("movedFrom", "served/chip/index.md")
                .contentType("text/markdown")
                .body("---\ntitle: Moved away\n---\n")
                .put("/v1/documents/elsewhere/chip.md")
                .then()
                .statusCode(409);
        admin().contentType("application/x-tar")
                .body(Tree.of()
                        .document("served/chip/index.md", "Taken over")
                        .document("elsewhere/free.md", "Free")
                        .tar())
                .post("/v1/documents")
                .then()
                .statusCode(207)
                .body("items[0].action", equalTo("failed"))
                .body("items[1].action", equalTo("created"));
        given().get("/v1/articles/chip?lang=en").then().body("title", equalTo("Chip served"));
    }

    @Test
    void prunesOfOthersLeaveItAlone() {
        put("served/by-http.md", "---\ntitle: By HTTP\n---\n").then().statusCode(201);

        admin().contentType("application/x-tar")
                .queryParam("prune", true)
                .queryParam("scope", "served/")
                .body(Tree.of().document("served/other.md", "Other").tar())
                .post("/v1/documents")
                .then()
                .statusCode(200)
                .body("deleted", equalTo(1));

        assertThat(isThere("served/chip/index.md")).isTrue();
        admin().delete("/v1/documents/served/other.md").then().statusCode(204);
    }

    @Test
    void followsWhatIsWrittenChangedAndDeleted() throws IOException, InterruptedException {
        write("served/followed.md", "---\ntitle: First\n---\n");
        await(() -> isThere("served/followed.md"));
        write("served/followed.md", "---\ntitle: Second, and longer\n---\n");
        await(() -> given().get("/v1/articles/followed?lang=en").asString().contains("Second"));
        write("served/followed.md", "---\ntitle: [\n---\n");
        Files.delete(FOLDER.resolve("served/followed.md"));
        await(() -> !isThere("served/followed.md"));
    }

    @Test
    void aFileThatIsRenamedMoves() throws IOException, InterruptedException {
        write("served/before.md", "---\ntitle: Renamed\n---\nA text of its own.\n");
        await(() -> isThere("served/before.md"));
        Files.move(FOLDER.resolve("served/before.md"), FOLDER.resolve("served/after.md"));
        await(() -> isThere("served/after.md") && !isThere("served/before.md"));

        given().redirects().follow(false).get("/v1/articles/before").then().statusCode(308);
    }

    @Test
    void aDocumentThatWasPutStaysAsItIs() throws IOException, InterruptedException {
        put("served/mine.md", "---\ntitle: Put\n---\n").then().statusCode(201);
        write("served/mine.md", "---\ntitle: Written\n---\n");
        write("served/marker.md", "---\ntitle: Marker\n---\n");
        await(() -> isThere("served/marker.md"));

        given().get("/v1/articles/mine?lang=en").then().body("title", equalTo("Put"));
        put("served/mine.md", "---\ntitle: Put again\n---\n").then().statusCode(200);
        Files.delete(FOLDER.resolve("served/mine.md"));
    }

    @Test
    void aFileThatOnlyLooksNewCostsNoRevision() throws IOException, InterruptedException {
        write("served/touched.md", "---\ntitle: Touched\n---\n");
        await(() -> isThere("served/touched.md"));
        // The pictures of the others are told of when they are ready.
        var revision = Eventually.unchanging(() -> given().get("/v1").header("Lede-Revision"));
        Files.setLastModifiedTime(
                FOLDER.resolve("served/touched.md"), FileTime.from(Instant.now().plusSeconds(60)));
        Thread.sleep(1_500);

        assertThat(given().get("/v1").header("Lede-Revision")).isEqualTo(revision);
    }
}
