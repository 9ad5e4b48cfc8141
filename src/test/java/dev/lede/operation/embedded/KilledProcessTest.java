package dev.lede.operation.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens around {@code kill -9}, tried on a process of its own. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledProcessTest {

    private static final int ENOUGH_ROWS = 50;

    @TempDir
    Path dataDir;

    private Process child;
    private ProcessHandle server;
    private int acknowledged;

    @BeforeEach
    void startChild() throws IOException {
        Homes.withBinaries(dataDir);
        child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingChild.class.getName(),
                        dataDir.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var rows = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8));
        while (acknowledged < ENOUGH_ROWS) {
            acknowledged = Integer.parseInt(rows.readLine());
        }
        server = Homes.server(dataDir);
    }

    @AfterEach
    void endWhatIsLeft() {
        child.destroyForcibly();
        server.destroyForcibly();
    }

    @Test
    void losesNothingThatWasAcknowledgedAndEndsTheOrphan() throws Exception {
        child.destroyForcibly().waitFor();
        assertThat(server.isAlive()).isTrue();
        try (var postgres = Homes.started(dataDir)) {
            // Whoever adopts the processes of the dead may take a moment to bury them.
            assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(30));
            assertThat(rows(postgres)).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    @Test
    void recoversWhenTheServerWasKilledToo() throws Exception {
        child.destroyForcibly().waitFor();
        server.destroyForcibly();
        try (var postgres = Homes.started(dataDir)) {
            assertThat(rows(postgres)).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    @Test
    void refusesASecondProcessOnTheFolderByTheNameOfTheFirst() {
        assertThatThrownBy(() -> Homes.started(dataDir))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("process " + child.pid())
                .hasMessageContaining("LEDE_DATA_DIR");
        assertThat(server.isAlive()).isTrue();
    }

    private static int rows(EmbeddedPostgres postgres) throws SQLException {
        return Integer.parseInt(Homes.ask(postgres, "select count(*) from written"));
    }
}
