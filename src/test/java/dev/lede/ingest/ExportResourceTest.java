package dev.lede.ingest;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.lede.testsupport.Tree;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportResourceTest {

    private static byte[] export() {
        return admin().get("/v1/export")
                .then()
                .statusCode(200)
                .contentType("application/gzip")
                .extract()
                .asByteArray();
    }

    private static Map<String, byte[]> files(byte[] archive) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var tar = new TarArchiveInputStream(
                new GZIPInputStream(new ByteArrayInputStream(archive)), StandardCharsets.UTF_8.name())) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), tar.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void hasEveryDocumentAndAssetByteForByte() throws IOException {
        var odd = "\uFEFF---\r\ntitle: Odd\r\ndraft: true\r\n---\r\nno end of line".getBytes(StandardCharsets.UTF_8);
        var longPath = "exports/" + "long-".repeat(50) + "/文章 — é.md";
        put("exports/odd.md", odd);
        put(longPath, "---\ntitle: Long\n---\nText.\n");
        var picture = new byte[] {1, 2, 3, 0, (byte) 0xFF};
        admin().contentType("image/png").body(picture).put("/v1/assets/exports/p.png");

        var files = files(export());

        assertThat(files.get("exports/odd.md")).isEqualTo(odd);
        assertThat(files).containsKey(longPath);
        assertThat(files.get("exports/p.png")).isEqualTo(picture);
    }

    @Test
    void comesInAgainAsWhatIsThereAlready() {
        put("exports/again/index.md", "---\ntitle: Again\nthumbnail: data:image/png;base64,iVBORw0KGgo=\n---\n");
        admin().body("Notes.").contentType("text/plain").put("/v1/assets/exports/again/notes.txt");
        var documents = admin().get("/v1/documents?limit=1000").jsonPath().getList("items.path");

        admin().contentType("application/gzip")
                .body(export())
                .post("/v1/documents")
                .then()
                .statusCode(200)
                .body("created", equalTo(0))
                .body("updated", equalTo(0))
                .body("failed", equalTo(0));
        assertThat(admin().get("/v1/documents?limit=1000").jsonPath().getList("items.path"))
                .isEqualTo(documents);
    }

    @Test
    void saysWhatIsAnAssetAndWhatADocumentWhereTheirPathsDoNot() {
        // The bundle of the one went, that of the other came later.
        admin().contentType("application/x-tar")
                .body(Tree.of()
                        .document("exports/gone/index.md", "Gone")
                        .document("exports/gone/notes.md", "Notes")
                        .tar())
                .post("/v1/documents");
        admin().delete("/v1/documents/exports/gone/index.md");
        put("exports/late/notes.md", "---\ntitle: Notes\n---\n");
        put("exports/late/index.md", "---\ntitle: Late\n---\n");
        var archive = export();
        admin().delete("/v1/assets/exports/gone/notes.md");
        admin().delete("/v1/documents/exports/late/notes.md");
        admin().delete("/v1/documents/exports/late/index.md");

        admin().contentType("application/gzip")
                .body(archive)
                .post("/v1/documents")
                .then()
                .statusCode(200)
                .body("created", equalTo(3))
                .body(
                        "items.find { it.path == 'exports/gone/notes.md' }.url",
                        equalTo("/v1/assets/exports/gone/notes.md"))
                .body("items.find { it.path == 'exports/late/notes.md' }.url", equalTo("/exports/late/notes/"));
    }

    @Test
    void isTheSameAsLongAsNothingChanges() {
        put("exports/same.md", "---\ntitle: Same\n---\nText.\n");
        var first = admin().get("/v1/export");
        assertThat(export()).isEqualTo(first.asByteArray());

        var tag = first.header("ETag");
        admin().header("If-None-Match", tag).get("/v1/export").then().statusCode(304);
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-store");

        put("exports/same.md", "---\ntitle: Other\n---\nText.\n");
        admin().header("If-None-Match", tag).get("/v1/export").then().statusCode(200);
    }

    @Test
    void tellsAHeadWithoutABody() {
        var head = admin().head("/v1/export");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(admin().get("/v1/export").header("ETag"));
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void isForThoseWhoMayPreviewAlone() {
        given().get("/v1/export").then().statusCode(401);
        admin().get("/v1/export?format=zip").then().statusCode(400);
        admin().accept("application/zip").get("/v1/export").then().statusCode(406);
    }

    @Test
    void runsForManyOneAfterTheOther() throws Exception {
        put("exports/many.md", "---\ntitle: Many\n---\nText.\n");
        var threads = Executors.newFixedThreadPool(8);
        try {
            var statuses = new ArrayList<Integer>();
            Callable<Integer> reading = () -> admin().get("/v1/export").statusCode();
            for (var status : threads.invokeAll(List.of(reading, reading, reading, reading, reading, reading))) {
                statuses.add(status.get());
            }
            assertThat(statuses).contains(200).containsAnyOf(200, 503).doesNotContain(500);
        } finally {
            threads.shutdown();
        }
        // None of them keeps its place.
        export();
        export();
        export();
    }
}
