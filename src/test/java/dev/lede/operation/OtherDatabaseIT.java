package dev.lede.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.operation.embedded.EmbeddedPostgres;
import dev.lede.operation.embedded.Homes;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application on a database that somebody else runs. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OtherDatabaseIT {

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
    void servesFromItAndStartsNone() throws Exception {
        try (var lede = Packaged.start(directory, Packaged.LAUNCHER, settings(database.jdbcUrl()))
                .serving()) {
            assertThat(directory.resolve("data")).doesNotExist();
            var document = "---\ntitle: Elsewhere\n---\nText.\n".getBytes(UTF_8);
            assertThat(lede.put("a.md", document, Packaged.KEY).statusCode()).isEqualTo(201);
            try (var connection = Homes.connect(database);
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select bytes from document")) {
                row.next();
                assertThat(row.getBytes(1)).isEqualTo(document);
            }
            logsRequestsInJson(lede);
            isReadyOnlyWithIt(lede);
            assertThat(lede.get("/v1/documents/a.md").body()).isEqualTo(document);
            assertThat(lede.terminate()).isEqualTo(143);
        }
    }

    @Test
    void refusesADatabaseThatIsNotThere() throws Exception {
        var refused = Packaged.run(directory, settings(database.jdbcUrl() + "_unknown"));
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output())
                .contains("lede: The database cannot be used: FATAL: database \"lede_unknown\" does not exist.")
                .contains("QUARKUS_DATASOURCE_JDBC_URL")
                .doesNotContain("\tat ");
    }

    private Map<String, String> settings(String url) {
        return new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url,
                "QUARKUS_DATASOURCE_USERNAME",
                EmbeddedPostgres.DATABASE,
                "QUARKUS_DATASOURCE_PASSWORD",
                database.password(),
                "QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT",
                "2s",
                "LEDE_ADMIN_KEY",
                Packaged.KEY,
                "QUARKUS_HTTP_ACCESS_LOG_ENABLED",
                "true",
                "LEDE_LOG_JSON",
                "true"));
    }

    private static void logsRequestsInJson(Packaged lede) throws Exception {
        var id = lede.get("/v1/articles").headers().firstValue("X-Request-Id").orElseThrow();
        // The line is written when the answer is gone.
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!lede.output().contains("{\"requestId\":\"" + id + "\"}}\n")) {
            assertThat(System.nanoTime() - deadline).as(lede.output()).isNegative();
            Thread.sleep(20);
        }
        var lines = List.of(lede.output().strip().split("\n"));
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
        assertThat(lede.output()).doesNotContain(Packaged.KEY);
    }

    private void isReadyOnlyWithIt(Packaged lede) throws Exception {
        // Its owner closes the database, from the one beside it.
        var beside = database.jdbcUrl().replaceAll("/\\w+$", "/postgres");
        try (var connection = DriverManager.getConnection(beside, EmbeddedPostgres.DATABASE, database.password());
                var statement = connection.createStatement()) {
            statement.execute("alter database lede allow_connections false");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'lede'");
            await(lede, 503);
            assertThat(lede.get("/q/health/live").statusCode()).isEqualTo(200);
            statement.execute("alter database lede allow_connections true");
            await(lede, 200);
        }
    }

    private static void await(Packaged lede, int readiness) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (lede.get("/q/health/ready").statusCode() != readiness) {
            assertThat(System.nanoTime() - deadline).as(lede.output()).isNegative();
            Thread.sleep(50);
        }
    }
}
