package dev.lede.operation.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LifeCycleTest {

    @TempDir
    Path dataDir;

    @BeforeEach
    void prepare() throws IOException {
        Homes.withBinaries(dataDir);
    }

    @Test
    void leavesNoProcessBehindWhenClosed() throws IOException {
        var postgres = Homes.started(dataDir);
        var server = Homes.server(dataDir);
        postgres.close();
        assertThat(server.isAlive()).isFalse();
        assertThat(Homes.pidFile(dataDir)).doesNotExist();
    }

    @Test
    void keepsDataAndPasswordFromStartToStart() throws SQLException {
        String password;
        try (var postgres = Homes.started(dataDir);
                var connection = Homes.connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select 'still here'");
            password = postgres.password();
        }
        try (var postgres = Homes.started(dataDir)) {
            assertThat(Homes.ask(postgres, "select * from kept")).isEqualTo("still here");
            assertThat(postgres.password()).isEqualTo(password);
        }
    }

    @Test
    void bringsTheServerBackOnTheSamePortWhenItDies() throws Exception {
        try (var postgres = Homes.started(dataDir)) {
            var url = postgres.jdbcUrl();
            var first = Homes.server(dataDir);
            first.destroyForcibly();
            first.onExit().get(30, TimeUnit.SECONDS);
            awaitAnswer(postgres);
            assertThat(postgres.jdbcUrl()).isEqualTo(url);
        }
    }

    @Test
    void bringsTheServerBackThreeTimesAndThenSaysThatItIsLost() throws Exception {
        var lost = new CompletableFuture<Void>();
        var deaths = 0;
        try (var postgres = EmbeddedPostgres.in(dataDir, ServerSettings.durable())) {
            postgres.start(() -> lost.complete(null));
            while (!lost.isDone()) {
                var server = Homes.server(dataDir);
                server.destroyForcibly();
                server.onExit().get(30, TimeUnit.SECONDS);
                deaths++;
                awaitAnswerOr(lost, postgres);
            }
        }
        assertThat(deaths).isEqualTo(4);
    }

    @Test
    void canBeClosedWhileItStarts() throws Exception {
        var postgres = EmbeddedPostgres.in(dataDir, ServerSettings.durable());
        var starting = CompletableFuture.runAsync(() -> postgres.start(() -> {}));
        while (!Files.exists(dataDir.resolve("postgres").resolve("password"))) {
            Thread.sleep(5);
        }
        postgres.close();
        assertThatThrownBy(() -> starting.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StartRefused.class);
        assertThat(Homes.pidFile(dataDir)).doesNotExist();
        Homes.started(dataDir).close();
    }

    private static void awaitAnswer(EmbeddedPostgres postgres) throws InterruptedException {
        awaitAnswerOr(new CompletableFuture<>(), postgres);
    }

    private static void awaitAnswerOr(CompletableFuture<?> end, EmbeddedPostgres postgres) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!end.isDone()) {
            try {
                Homes.ask(postgres, "select 1");
                return;
            } catch (SQLException e) {
                assertThat(System.nanoTime() - deadline).as(e.getMessage()).isNegative();
                Thread.sleep(20);
            }
        }
    }
}
