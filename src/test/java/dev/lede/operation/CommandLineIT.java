package dev.lede.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.operation.embedded.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the packaged application says when it does not serve. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandLineIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "--help, Usage: lede",
        "--version, with PostgreSQL 18",
        "serve --help, Usage: lede serve",
        "import --help, lede import content --dry-run",
        "key create --help, Usage: lede key create"
    })
    void answersWithoutStartingAnything(String arguments, String answer) throws Exception {
        var run = Packaged.run(directory, Map.of(), arguments.split(" "));
        assertThat(run.status()).isZero();
        assertThat(run.output()).contains(answer);
        assertThat(directory.resolve("data")).doesNotExist();
    }

    /** On an idle machine it takes a third of a second; a database or the framework would take several. */
    @Test
    void startsCommandsAtOnce() throws Exception {
        var began = System.nanoTime();
        Packaged.run(directory, Map.of(), "import", "--help");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void importsAndExportsWithoutALocale() throws Exception {
        var folder = Files.createDirectories(directory.resolve("site/posts"));
        Files.writeString(folder.resolve("über.md"), "---\ntitle: About\n---\nText.\n");
        var data = Map.of("LEDE_DATA_DIR", home(), "LEDE_ADMIN_KEY", Packaged.KEY);
        try (var server = Packaged.start(directory, Packaged.LAUNCHER, data).serving()) {
            var settings =
                    Map.of("LEDE_URL", "http://127.0.0.1:" + server.port(), "LEDE_KEY", Packaged.KEY, "LC_ALL", "C");
            var run = Packaged.run(directory, settings, "import", "site");
            assertThat(run.output()).contains("created 1, updated 0, unchanged 0 in ");
            assertThat(server.text("/v1/documents/posts/%C3%BCber.md")).contains("title: About");
            run = Packaged.run(directory, settings, "export", "backup.tar.gz");
            assertThat(run.output()).contains("exported 1 files");
            run = Packaged.run(directory, settings, "import", "backup.tar.gz");
            assertThat(run.output()).contains("created 0, updated 0, unchanged 1 in ");
            endsAWatchByInterrupt(settings);
        }
    }

    private void endsAWatchByInterrupt(Map<String, String> settings) throws Exception {
        var command = new ArrayList<>(Packaged.LAUNCHER);
        command.addAll(List.of("import", "site", "--watch"));
        try (var watch = Packaged.start(directory, command, settings)) {
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!watch.output().contains("watching site") && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            assertThat(watch.output()).contains("watching site; Ctrl-C ends it");
            var signal = isInterruptIgnored() ? "TERM" : "INT";
            new ProcessBuilder(
                            "kill", "-" + signal, Long.toString(watch.process().pid()))
                    .start()
                    .waitFor();
            assertThat(watch.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(watch.status()).isEqualTo(signal.equals("INT") ? 130 : 143);
        }
    }

    /** As children of a shell have it that were started in the background. */
    private static boolean isInterruptIgnored() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        var run = Packaged.run(directory, Map.of(), "surf");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).contains("'surf'", "Usage: lede");
    }

    @Test
    void refusesADataFolderThatItCannotWrite() throws Exception {
        var file = Files.createFile(directory.resolve("file"));
        isRefused(Map.of("LEDE_DATA_DIR", "file"), "Lede cannot write its data folder " + file + " (Not a directory).");
    }

    @Test
    void refusesADataFolderWithoutAName() throws Exception {
        isRefused(Map.of("LEDE_DATA_DIR", ""), "lede.data-dir (LEDE_DATA_DIR) is empty.");
    }

    @ParameterizedTest
    @CsvSource({
        "LEDE_ADMIN_KEY, short, The configured lede.admin-key (LEDE_ADMIN_KEY) is shorter than 16",
        "LEDE_WRITE_LOCK_TIMEOUT, soon, The configuration is wrong. The config property lede.write.lock-timeout",
    })
    void refusesASettingThatIsWrong(String name, String value, String sentence) throws Exception {
        isRefused(Map.of(name, value, "LEDE_DATA_DIR", home()), sentence);
    }

    private String home() throws IOException {
        return Homes.withBinaries(directory.resolve("home")).toString();
    }

    private void isRefused(Map<String, String> settings, String sentence) throws Exception {
        var run = Packaged.run(directory, settings);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).contains("lede: " + sentence).doesNotContain("\tat ", "Exception");
    }
}
