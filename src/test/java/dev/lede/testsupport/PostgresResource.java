package dev.lede.testsupport;

import dev.lede.operation.embedded.EmbeddedPostgres;
import dev.lede.operation.embedded.ServerSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The embedded PostgreSQL, under every {@code @QuarkusTest} and without its asking: this class is named in {@code
 * META-INF/services}. It starts with an empty schema, in {@code target/test-data}, which later runs use again.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        // What a test stores need not outlive the machine, so nothing waits for the disk.
        var settings = ServerSettings.durable()
                .with("fsync", "off")
                .with("synchronous_commit", "off")
                .with("full_page_writes", "off");
        var started = EmbeddedPostgres.in(Path.of("target", "test-data"), settings);
        postgres = started;
        started.start(() -> {});
        empty(started);
        return Map.of(
                "quarkus.datasource.jdbc.url", started.jdbcUrl(),
                "quarkus.datasource.username", EmbeddedPostgres.DATABASE,
                "quarkus.datasource.password", started.password());
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    private static void empty(EmbeddedPostgres postgres) {
        try (var connection = DriverManager.getConnection(
                        postgres.jdbcUrl(), EmbeddedPostgres.DATABASE, postgres.password());
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists public cascade");
            statement.execute("create schema public");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
