package dev.lede.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.lede.operation.embedded.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application as it is shipped, on the database it brings. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PackagedApplicationIT {

    /** A byte order mark, both kinds of line ends, and no end of the last line. */
    private static final byte[] DOCUMENT =
            "\uFEFF---\r\ntitle: 芯片的消息\r\ndate: 2025-02-11\r\ntags: [Tech]\r\n---\r\n\r\nOne.\n\tTwo.".getBytes(UTF_8);

    @TempDir
    Path directory;

    private Path dataDir;

    @BeforeEach
    void prepare() throws IOException {
        dataDir = Homes.withBinaries(directory.resolve("home"));
    }

    @Test
    void isBuiltWithAnArchiveToStartFrom() throws Exception {
        assumeFalse(System.getProperties().containsKey("startup-archive.skip"), "It was built without one.");
        var asked = Packaged.run(directory, Map.of(), "--archive");
        assertThat(Path.of(asked.output().strip())).isNotEmptyFile();
    }

    @Test
    void servesOnAFolderOfItsOwnAndAgainAfterAStop() throws Exception {
        String key;
        Instant due;
        try (var lede = Packaged.start(directory, Packaged.LAUNCHER, settings()).serving()) {
            isTheLaunchersProcess(lede);
            key = keyOfFirstStart(lede);
            storesAndAnswers(lede, key);
            due = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
            schedule(lede, key, due);
            tellsHowItIs(lede);
            refusesToShare(lede);
            stopsWithItsDatabase(lede);
        }
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), due).toMillis()));
        try (var again = Packaged.start(directory, Packaged.JAVA, settings()).serving()) {
            assertThat(again.get("/q/health/ready").statusCode()).isEqualTo(200);
            // What fell due in the meantime is public before anything is answered.
            assertThat(again.text("/v1/articles/due")).contains("\"Due\"");
            assertThat(again.get("/v1/documents/posts/chips.md").body()).isEqualTo(DOCUMENT);
            assertThat(again.output()).doesNotContain("first admin key").doesNotContain("lede_");
            assertThat(Files.readString(dataDir.resolve("admin.key")).strip()).isEqualTo(key);
            stopsWithItsDatabase(again);
        }
    }

    private Map<String, String> settings() {
        return Map.of("LEDE_DATA_DIR", "home");
    }

    /** Whoever supervises the launcher supervises Java: it has taken the launcher's place. */
    private void isTheLaunchersProcess(Packaged lede) throws IOException {
        var process = lede.process();
        assertThat(process.info().command().orElseThrow()).endsWith("/java");
        assertThat(Files.readString(dataDir.resolve("postgres").resolve("lock")))
                .isEqualTo(Long.toString(process.pid()));
    }

    private String keyOfFirstStart(Packaged lede) throws IOException {
        var file = dataDir.resolve("admin.key");
        var key = Files.readString(file).strip();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(lede.output().split(key, -1)).as("printed once").hasSize(2);
        return key;
    }

    private static void storesAndAnswers(Packaged lede, String key) throws Exception {
        assertThat(lede.put("posts/chips.md", DOCUMENT, key).statusCode()).isEqualTo(201);
        assertThat(lede.get("/v1/documents/posts/chips.md").body()).isEqualTo(DOCUMENT);
        assertThat(lede.text("/v1/articles/chips")).contains("芯片的消息", "Tech");
        assertThat(lede.put("posts/chips.md", DOCUMENT, "wrong-" + key).statusCode())
                .isEqualTo(401);
    }

    private static void schedule(Packaged lede, String key, Instant due) throws Exception {
        var document = "---\ntitle: Due\ndate: 2025-01-01\npublishDate: " + due + "\n---\nNow.\n";
        assertThat(lede.put("posts/due.md", document.getBytes(UTF_8), key).statusCode())
                .isEqualTo(201);
        assertThat(lede.get("/v1/articles/due").statusCode()).isEqualTo(404);
    }

    private static void tellsHowItIs(Packaged lede) throws Exception {
        for (var probe : new String[] {"live", "ready", "started"}) {
            assertThat(lede.text("/q/health/" + probe)).contains("\"status\": \"UP\"");
        }
        assertThat(lede.text("/q/metrics"))
                .contains("uri=\"/v1/documents/{path}\"", "lede_revision", "agroal_active_count")
                .doesNotContain("chips");
        assertThat(lede.get("/q/openapi").body()).isEqualTo(Files.readAllBytes(Path.of("openapi.yaml")));
        assertThat(lede.text("/q/swagger-ui/swagger-ui-bundle.js")).contains("SwaggerUIBundle");
    }

    private void refusesToShare(Packaged lede) throws Exception {
        var second = Packaged.run(directory, settings());
        assertThat(second.status()).isEqualTo(1);
        assertThat(second.output())
                .isEqualTo("lede: Another Lede (process " + lede.process().pid()
                        + ") already runs on the data folder " + dataDir.toRealPath()
                        + ": stop that one, or name another folder with LEDE_DATA_DIR.\n");
        var elsewhere = new HashMap<>(settings());
        Homes.withBinaries(directory.resolve("other"));
        elsewhere.put("LEDE_DATA_DIR", "other");
        elsewhere.put("QUARKUS_HTTP_PORT", Integer.toString(lede.port()));
        var samePort = Packaged.run(directory, elsewhere);
        assertThat(samePort.status()).isEqualTo(1);
        assertThat(samePort.output())
                .contains("lede: Port " + lede.port() + " is in use by another program:")
                .doesNotContain("\tat ");
        assertThat(Homes.pidFile(directory.resolve("other"))).doesNotExist();
    }

    private void stopsWithItsDatabase(Packaged lede) throws Exception {
        var server = Homes.server(dataDir);
        // 128 and the number of TERM.
        assertThat(lede.terminate()).isEqualTo(143);
        assertThat(server.isAlive()).isFalse();
        assertThat(Homes.pidFile(dataDir)).doesNotExist();
        assertThat(lede.output()).contains("lede stopped in");
    }
}
