package dev.lede.ingest;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.lede.document.DocumentPath;
import dev.lede.ingest.bulk.BulkIngestion;
import dev.lede.ingest.bulk.BulkMode;
import dev.lede.ingest.bulk.Client;
import dev.lede.ingest.spool.Entries;
import dev.lede.ingest.spool.Entry;
import dev.lede.ingest.spool.Upload;
import dev.lede.ingest.store.FolderFiles;
import dev.lede.testsupport.Eventually;
import dev.lede.testsupport.Tree;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RacingWritesTest {

    private static final int WRITERS = 16;
    private static final int UPLOADED = 1_200;

    @Inject
    DataSource database;

    @Inject
    BulkIngestion uploads;

    @Inject
    FolderFiles folder;

    /** Runs one request in each of many threads, all begun at one moment. */
    private static List<Response> atOnce(IntFunction<Response> request)
            throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(WRITERS);
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            var all = IntStream.range(0, WRITERS)
                    .<Callable<Response>>mapToObj(number -> () -> {
                        barrier.await();
                        return request.apply(number);
                    })
                    .toList();
            var answers = new ArrayList<Response>();
            for (var future : threads.invokeAll(all)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void ofManyWhoCreateOneDocumentExactlyOneDoes() throws Exception {
        var answers = atOnce(number -> admin().header("If-None-Match", "*")
                .contentType("text/markdown")
                .body("---\ntitle: Number " + number + "\n---\nText.\n")
                .put("/v1/documents/races/one.md"));

        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .extracting(Response::statusCode)
                .containsOnly(412);
    }

    @Test
    void ofManyWhoReplaceOneStateExactlyOneDoes() throws Exception {
        var tag = put("races/replaced.md", "---\ntitle: Before\n---\nText.\n").header("ETag");

        var answers = atOnce(number -> admin().header("If-Match", tag)
                .contentType("text/markdown")
                .body("---\ntitle: After " + number + "\n---\nText.\n")
                .put("/v1/documents/races/replaced.md"));

        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(200);
    }

    @Test
    void ofManyWhoPostOneTitleEachKeepsItsDocument() throws Exception {
        var answers = atOnce(number -> admin().contentType("text/markdown")
                .body("---\ntitle: Posted at once\ndate: 2024-05-05\n---\nNumber " + number + "\n")
                .post("/v1/documents"));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers).extracting(answer -> answer.header("Location")).doesNotHaveDuplicates();
    }

    @Test
    void ofManyWhoCreateOneAssetExactlyOneDoes() throws Exception {
        var answers = atOnce(number -> admin().header("If-None-Match", "*")
                .contentType("application/octet-stream")
                .body(new byte[] {(byte) number})
                .put("/v1/assets/static/raced.png"));

        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
    }

    @Test
    void everyWriteTakesARevisionOfItsOwnAndCountsOnce() throws Exception {
        var answers = atOnce(number -> put(
                "races/many-" + number + ".md",
                "---\ntitle: Number " + number + "\ntags: [raced, \"raced-" + number % 3 + "\"]\n---\nText.\n"));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        var revisions = answers.stream()
                .map(answer -> Long.parseLong(answer.header("Lede-Revision")))
                .sorted()
                .toList();
        assertThat(revisions).doesNotHaveDuplicates();
        assertThat(revisions.get(WRITERS - 1) - revisions.get(0)).isEqualTo(WRITERS - 1L);
        given().get("/v1/tags/raced").then().body("count", equalTo(WRITERS));
        given().get("/v1/articles?tag=raced&limit=100").then().body("page.total", equalTo(WRITERS));

        var deleted = atOnce(number -> admin().delete("/v1/documents/races/many-" + number + ".md"));
        assertThat(deleted).extracting(Response::statusCode).containsOnly(204);
        given().get("/v1/tags/raced").then().statusCode(404);
        given().get("/v1/tags/raced-0").then().statusCode(404);
    }

    @Test
    void documentsFindThePicturesThatComeAtTheSameMoment() throws Exception {
        for (int round = 0; round < 8; round++) {
            var folder = "races/pictures-" + round + "-";
            var answers = atOnce(number -> number % 2 == 0
                    ? put(folder + number / 2 + "/index.md", "---\ntitle: Pictured\nthumbnail: p.png\n---\nText.\n")
                    : admin().contentType("image/png")
                            .body(new byte[] {(byte) number})
                            .put("/v1/assets/" + folder + number / 2 + "/p.png"));

            assertThat(answers).extracting(Response::statusCode).containsOnly(201);
            for (int pair = 0; pair < WRITERS / 2; pair++) {
                given().get("/v1/articles/"
                                + DocumentPath.parse(folder + pair + "/index.md")
                                        .id())
                        .then()
                        .body("thumbnail.src", equalTo("/v1/assets/" + folder + pair + "/p.png"));
            }
        }
    }

    @Test
    void anUploadAppearsAtOnceAndHoldsUpNobodyElse() throws Exception {
        var tree = Tree.of();
        for (int number = 0; number < UPLOADED; number++) {
            tree.with("races/upload/" + number + ".md", "---\ntitle: " + number + "\ntags: [uploaded]\n---\nText.\n");
        }
        var thread = Executors.newSingleThreadExecutor();
        try {
            var upload = thread.submit(() ->
                    admin().contentType("application/x-tar").body(tree.tar()).post("/v1/documents"));
            var seen = new HashSet<Integer>();
            for (int round = 0; !upload.isDone(); round++) {
                seen.add(given().get("/v1/articles?tag=uploaded").jsonPath().getInt("page.total"));
                put("races/meanwhile.md", "---\ntitle: Round " + round + "\n---\n")
                        .then()
                        .statusCode(round == 0 ? 201 : 200);
            }
            upload.get().then().statusCode(200).body("created", equalTo(UPLOADED));
            assertThat(seen).isSubsetOf(0, UPLOADED);
            given().get("/v1/tags/uploaded").then().body("count", equalTo(UPLOADED));
        } finally {
            thread.shutdown();
        }
    }

    @Test
    void whatIsDeletedWhileItChangesIsCountedOnce() throws Exception {
        put("races/pruned/counted.md", "---\ntitle: Counted\ntags: [pruned-once]\n---\nText.\n");
        var thread = Executors.newSingleThreadExecutor();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // As a write does that takes its tag from the article.
            statement.execute("select a.id from article a join document d on d.id = a.id"
                    + " where d.path = 'races/pruned/counted.md' for update of a");
            statement.execute("update term_count set count = count - 1 where term_id ="
                    + " (select id from term where taxonomy = 'tags' and slug = 'pruned-once')");
            statement.execute("delete from article_term where term_id ="
                    + " (select id from term where taxonomy = 'tags' and slug = 'pruned-once')");
            var prune = thread.submit(() -> admin().contentType("application/x-tar")
                    .queryParam("prune", true)
                    .queryParam("scope", "races/pruned/")
                    .body(Tree.of().document("races/pruned/other.md", "Other").tar())
                    .post("/v1/documents"));
            Eventually.get(
                    () -> {
                        try (var other = database.getConnection();
                                var rows = other.createStatement()
                                        .executeQuery("select count(*) from pg_stat_activity"
                                                + " where wait_event_type = 'Lock' and datname = current_database()")) {
                            rows.next();
                            return rows.getInt(1);
                        } catch (SQLException fault) {
                            throw new IllegalStateException(fault);
                        }
                    },
                    waiting -> waiting > 0);
            connection.commit();

            prune.get().then().statusCode(200).body("deleted", equalTo(1));
        } finally {
            thread.shutdown();
        }
        given().get("/v1/tags/pruned-once").then().statusCode(404);
    }

    @Test
    void everyRevisionHasItsLogAndNoOther() throws SQLException {
        put("races/logged.md", "---\ntitle: Logged\n---\nText.\n");
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select (select number from revision) as newest, l.horizon,"
                                + " (select count(distinct b.revision) from revision_batch b"
                                + " join change c on c.batch = b.batch where b.revision > l.horizon) as logged,"
                                + " (select count(*) from change where batch not in (select batch from revision_batch)) as stray,"
                                + " (select max(revision) from revision_batch) as latest"
                                + " from change_log l")) {
            rows.next();
            // Another test may have had the older ones forgotten.
            assertThat(rows.getLong("logged")).isEqualTo(rows.getLong("newest") - rows.getLong("horizon"));
            assertThat(rows.getLong("latest")).isEqualTo(rows.getLong("newest"));
            assertThat(rows.getLong("stray")).isZero();
        }
    }

    @Test
    void aPathThatIsHeldTooLongIsBusy() throws SQLException {
        put("races/held.md", "---\ntitle: Held\n---\nText.\n");
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().executeQuery("select from document where path = 'races/held.md' for update");

            put("races/held.md", "---\ntitle: Later\n---\nText.\n")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:lede:problem:busy"));
            put("races/free.md", "---\ntitle: Free\n---\nText.\n").then().statusCode(201);
            connection.rollback();
        }
        given().get("/v1/articles/held").then().body("title", equalTo("Held"));
    }

    @Test
    void aPathThatAnUploadHoldsTooLongIsBusy() throws Exception {
        var holding = new CountDownLatch(1);
        var holdNoLonger = new CountDownLatch(1);
        var thread = Executors.newSingleThreadExecutor();
        try {
            var upload = thread.submit(() -> uploads.store(
                    uploadOf("races/uploading.md", "---\ntitle: Uploaded\n---\nText.\n"),
                    new BulkMode(false, false, false, OptionalLong.empty()),
                    new Client(folder, null, 0),
                    item -> {
                        holding.countDown();
                        await(holdNoLonger);
                    }));
            await(holding);
            put("races/uploading.md", "---\ntitle: Put meanwhile\n---\nText.\n")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:lede:problem:busy"));
            given().get("/v1/documents/races/uploading.md").then().statusCode(404);

            holdNoLonger.countDown();
            assertThat(upload.get().result().created()).isEqualTo(1);
        } finally {
            holdNoLonger.countDown();
            thread.shutdown();
        }
        given().get("/v1/articles/uploading").then().body("title", equalTo("Uploaded"));
        put("races/uploading.md", "---\ntitle: Put later\n---\nText.\n").then().statusCode(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    private static Upload uploadOf(String path, String text) {
        var bytes = text.getBytes(UTF_8);
        return new Upload() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public Set<String> bundles() {
                return Set.of();
            }

            @Override
            public Entries read() {
                var file = new Entry.File(0, Entry.Kind.UNSAID, DocumentPath.parse(path), bytes.length, () -> bytes);
                var files = List.<Entry>of(file).iterator();
                return new Entries() {
                    @Override
                    public Optional<Entry> next() {
                        return files.hasNext() ? Optional.of(files.next()) : Optional.empty();
                    }

                    @Override
                    public void close() {
                        // Nothing is open.
                    }
                };
            }
        };
    }
}
