package dev.lede.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.operation.embedded.Homes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the packaged application. {@code -Dlede.kills=N} takes longer, {@code -Dlede.kills.seed=N} repeats a
 * run as far as chance was ours.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledApplicationIT {

    private static final int KILLS = Integer.getInteger("lede.kills", 2);
    private static final long SEED = Long.getLong("lede.kills.seed", System.nanoTime());
    private static final int WRITERS = 4;

    /** Writes that are acknowledged before a kill. */
    private static final int ENOUGH = 60;

    private static final Pattern TOTAL = Pattern.compile("\"total\":\\s*(\\d+)");

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);
    private final List<Writer> writers = IntStream.range(0, WRITERS)
            .mapToObj(number -> new Writer(number, SEED))
            .toList();

    private Path dataDir() {
        return directory.resolve("home");
    }

    @AfterEach
    void endWhatIsLeft() throws Exception {
        var server = server();
        if (server.isPresent()) {
            server.get().destroyForcibly();
            server.get().onExit().get(30, TimeUnit.SECONDS);
        }
    }

    /** What is done to the database's processes when the application is killed. */
    private enum Orphan {
        LEFT_RUNNING,
        KILLED_AFTER,
        KILLED_BEFORE,
        KILLED_WITH_ITS_CHILDREN
    }

    @Test
    void losesNothingThatItAcknowledged() throws Exception {
        Homes.withBinaries(dataDir());
        for (int kill = 0; kill < KILLS; kill++) {
            try (var lede = start().serving()) {
                keepsWhatItAcknowledged(lede);
                killWhileWriting(lede, Orphan.values()[kill % Orphan.values().length]);
            }
            if (random.nextInt(3) == 0) {
                killWhileStarting(random.nextInt(4_000));
            }
        }
        try (var lede = start().serving()) {
            keepsWhatItAcknowledged(lede);
            assertThat(writers)
                    .allSatisfy(writer -> assertThat(writer.acknowledged()).isPositive());
            System.out.printf(
                    "%d kills, %d acknowledged writes, seed %d%n",
                    KILLS, writers.stream().mapToInt(Writer::acknowledged).sum(), SEED);
            assertThat(lede.terminate()).isEqualTo(143);
        }
    }

    @Test
    void startsAfterItWasKilledDuringItsFirstStart() throws Exception {
        Homes.withBinaries(dataDir());
        for (var step : List.of("password", "unfinished-*/base", "data/postmaster.pid")) {
            try (var lede = start()) {
                await(lede, step);
                lede.kill();
            }
        }
        try (var lede = start().serving()) {
            assertThat(lede.put("a.md", "Text.".getBytes(UTF_8), Packaged.KEY).statusCode())
                    .isEqualTo(201);
            assertThat(lede.terminate()).isEqualTo(143);
        }
        try (var left = Files.list(dataDir().resolve("postgres"))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("bin", "data", "lock", "password");
        }
    }

    private int acknowledged() {
        return writers.stream().mapToInt(Writer::acknowledged).sum();
    }

    private Packaged start() throws IOException {
        return Packaged.start(
                directory,
                Packaged.LAUNCHER,
                Map.of("LEDE_DATA_DIR", "home", "LEDE_ADMIN_KEY", Packaged.KEY, "JAVA_OPTS", Packaged.QUICK));
    }

    private void killWhileWriting(Packaged lede, Orphan orphan) throws Exception {
        var server = server().orElseThrow();
        var children = server.children().toList();
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            var writing = writers.stream()
                    .map(writer -> threads.submit(() -> writer.writeTo(lede)))
                    .toList();
            var before = acknowledged();
            while (acknowledged() < before + ENOUGH && writing.stream().noneMatch(Future::isDone)) {
                Thread.sleep(10);
            }
            Thread.sleep(random.nextInt(300));
            if (orphan == Orphan.KILLED_BEFORE) {
                server.destroyForcibly();
                Thread.sleep(random.nextInt(50));
            }
            lede.kill();
            if (orphan == Orphan.KILLED_AFTER || orphan == Orphan.KILLED_WITH_ITS_CHILDREN) {
                server.destroyForcibly();
            }
            if (orphan == Orphan.KILLED_WITH_ITS_CHILDREN) {
                children.forEach(ProcessHandle::destroyForcibly);
            }
            for (var writer : writing) {
                writer.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void killWhileStarting(int afterMillis) throws Exception {
        try (var lede = start()) {
            Thread.sleep(afterMillis);
            lede.kill();
        }
    }

    private void keepsWhatItAcknowledged(Packaged lede) throws Exception {
        int there = 0;
        for (var writer : writers) {
            there += writer.check(lede);
        }
        // What is counted with the writes is what is there, and so is what is listed.
        var total = TOTAL.matcher(lede.text("/v1/articles?limit=1"));
        assertThat(total.find()).isTrue();
        assertThat(Integer.parseInt(total.group(1))).isEqualTo(there);
    }

    private Optional<ProcessHandle> server() throws IOException {
        return Files.exists(Homes.pidFile(dataDir()))
                ? ProcessHandle.of(Long.parseLong(Files.readString(Homes.pidFile(dataDir()))
                        .lines()
                        .findFirst()
                        .orElseThrow()))
                : Optional.empty();
    }

    /** Waits until a file appears in the database's folder. */
    private void await(Packaged lede, String pattern) throws Exception {
        var folder = dataDir().resolve("postgres");
        var matcher = folder.getFileSystem().getPathMatcher("glob:" + folder + "/" + pattern);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try (var files = Files.find(folder, 2, (file, attributes) -> matcher.matches(file))) {
                if (files.findAny().isPresent()) {
                    return;
                }
            } catch (UncheckedIOException changing) {
                // Looked at while files come and go.
            }
            assertThat(lede.process().isAlive() && System.nanoTime() < deadline)
                    .as("%s appears: %s", pattern, lede.output())
                    .isTrue();
        }
    }
}
