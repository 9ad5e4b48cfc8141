package dev.lede.operation;

import dev.lede.operation.embedded.EmbeddedPostgres;
import dev.lede.operation.embedded.ServerSettings;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.Config;
import picocli.CommandLine.Command;

/**
 * Serves until told to stop. When no database is configured, Lede's own is started first and stopped last.
 *
 * <p>Exit status: 0 after a stop that was asked for from within, 128 and the signal's number after a signal (143 for
 * TERM), 1 when it could not start, 2 when the command line was wrong, 3 when memory ran out or its own database ended
 * and could not be brought back: starting again is what helps.
 */
@Command(name = "serve", description = "Serves the API (the default).")
public final class Serve implements Callable<Integer> {

    private static final int COULD_NOT_START = 1;
    private static final int DATABASE_LOST = 3;

    /** Longer than the requests that are under way are given to end ({@code quarkus.shutdown.timeout}). */
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(60);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private static final String URL = "quarkus.datasource.jdbc.url";

    @Override
    public Integer call() {
        try {
            if (isDatabaseNamedOutright()) {
                serve();
            } else {
                serveAsConfigured();
            }
            return 0;
        } catch (RuntimeException e) {
            StartFailure.tell(e);
            return COULD_NOT_START;
        }
    }

    /** Whether the first source that says anything names a database: reading them all takes a twentieth of a start. */
    private static boolean isDatabaseNamedOutright() {
        var named = System.getProperty(URL, System.getenv("QUARKUS_DATASOURCE_JDBC_URL"));
        return named != null && !named.isBlank();
    }

    private static void serveAsConfigured() {
        // The very sources that Quarkus will read: properties, environment, .env, config/application.properties.
        var config = ConfigUtils.configBuilder().build();
        if (config.getOptionalValue(URL, String.class).isPresent()) {
            serve();
        } else {
            serveOnOwnDatabase(dataDir(config));
        }
    }

    private static Path dataDir(Config config) {
        return config.getOptionalValue("lede.data-dir", String.class)
                .map(Path::of)
                .orElseThrow(() -> new ConfigurationException(
                        "lede.data-dir (LEDE_DATA_DIR) is empty. Name a folder that is kept, or unset it: then it is"
                                + " \"data\"."));
    }

    private static void serveOnOwnDatabase(Path dataDir) {
        try (var database = EmbeddedPostgres.in(dataDir, ServerSettings.durable())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterApplication(database), "postgresql-stop"));
            database.start(() -> System.exit(DATABASE_LOST));
            // A socket that was ever used with a time limit takes three calls of the system to wait for an answer, and
            // not one. Within a machine nothing needs limits, nor encryption.
            var connection = Map.of(
                    URL,
                    database.jdbcUrl(),
                    "quarkus.datasource.jdbc.additional-jdbc-properties.connectTimeout",
                    "0",
                    "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode",
                    "disable",
                    "quarkus.datasource.username",
                    EmbeddedPostgres.DATABASE,
                    "quarkus.datasource.password",
                    database.password());
            connection.forEach(System::setProperty);
            serve();
            connection.keySet().forEach(System::clearProperty);
        }
    }

    /** Outside of development this never returns: Quarkus ends the process, and the hook stops the database. */
    private static void serve() {
        Quarkus.run(null, (status, failure) -> {
            if (failure != null) {
                StartFailure.tell(failure);
            }
            ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, failure);
        });
    }

    /** Shutdown hooks run all at once; requests that are under way still need the database. */
    private static void stopAfterApplication(EmbeddedPostgres database) {
        var deadline = System.nanoTime() + DRAIN_LIMIT.toNanos();
        while (ApplicationLifecycleManager.getCurrentApplication() != null && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        database.close();
    }
}
