package dev.lede.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.change.webhook.ReceiverServer;
import dev.lede.operation.embedded.EmbeddedPostgres;
import dev.lede.operation.embedded.Homes;
import dev.lede.testsupport.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged applications on one database. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoNodesIT {

    private static final int ARTICLES = 30;

    @TempDir
    Path directory;

    private EmbeddedPostgres database;

    @BeforeEach
    void startDatabase() throws Exception {
        database = Homes.started(Homes.withBinaries(directory.resolve("elsewhere")));
    }

    @AfterEach
    void stopDatabase() {
        database.close();
    }

    @Test
    void publishEachArticleOnceAndCatchUpOnWhatFellDueWithoutThem() throws Exception {
        var missed = Instant.now().plusSeconds(20);
        try (var one = node();
                var other = node()) {
            one.serving();
            other.serving();
            var due = Instant.now().plusSeconds(4);
            for (var number = 0; number < ARTICLES; number++) {
                put(number % 2 == 0 ? one : other, "due-" + number, due);
            }
            put(one, "missed", missed);
            assertThat(one.get("/v1/articles/due-0").statusCode()).isEqualTo(404);

            sleepUntil(due.plusSeconds(1));
            for (var node : new Packaged[] {one, other}) {
                assertThat(node.text("/v1/articles?limit=1")).contains("\"total\":" + ARTICLES);
                assertThat(node.get("/v1/articles/due-0").statusCode()).isEqualTo(200);
            }
            assertThat(publications()).isEqualTo(ARTICLES);
            one.terminate();
            other.terminate();
        }
        sleepUntil(missed);
        try (var later = node().serving()) {
            assertThat(later.get("/v1/articles/missed").statusCode()).isEqualTo(200);
            assertThat(publications()).isEqualTo(ARTICLES + 1L);
        }
    }

    /** One of them dies with deliveries in its hands. */
    @Test
    void callAWebhookOnceAndOutliveADeathWithAllThatWasToBeTold() throws Exception {
        var slow = new AtomicBoolean();
        try (var receiver = new ReceiverServer(message -> {
                    pause(slow.get() ? 300 : 0);
                    return ReceiverServer.Answer.of(200);
                });
                var one = node();
                var other = node()) {
            one.serving();
            other.serving();
            one.post("/v1/webhooks", "{\"url\":\"" + receiver.url() + "\"}", Packaged.KEY);
            for (var number = 0; number < ARTICLES; number++) {
                put(number % 2 == 0 ? one : other, "told-" + number, Instant.EPOCH);
            }
            Eventually.get(() -> receiver.whats().size(), size -> size >= ARTICLES);
            assertThat(Eventually.unchanging(receiver::whats))
                    .doesNotHaveDuplicates()
                    .hasSize(ARTICLES);

            slow.set(true);
            for (var number = 0; number < ARTICLES; number++) {
                put(other, "again-" + number, Instant.EPOCH);
            }
            one.kill();
            Eventually.get(() -> new HashSet<>(receiver.whats()).size(), size -> size == 2 * ARTICLES);
            assertThat(other.terminate()).isEqualTo(143);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private static void put(Packaged node, String name, Instant publishDate) throws Exception {
        var document = "---\ntitle: " + name + "\npublishDate: " + publishDate + "\ntags: [timed]\n---\nText.\n";
        assertThat(node.put("timed/" + name + ".md", document.getBytes(UTF_8), Packaged.KEY)
                        .statusCode())
                .isEqualTo(201);
    }

    private static void sleepUntil(Instant moment) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), moment).toMillis()));
    }

    private long publications() throws Exception {
        try (var connection = Homes.connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from change where is_visible and not was_visible")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Packaged node() throws Exception {
        return Packaged.start(
                directory,
                Packaged.LAUNCHER,
                Map.of(
                        "LEDE_WEBHOOKS_ALLOW_PRIVATE",
                        "true",
                        "LEDE_WEBHOOKS_TIMEOUT",
                        "2s",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        database.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME",
                        EmbeddedPostgres.DATABASE,
                        "QUARKUS_DATASOURCE_PASSWORD",
                        database.password(),
                        "LEDE_ADMIN_KEY",
                        Packaged.KEY,
                        "JAVA_OPTS",
                        Packaged.QUICK));
    }
}
