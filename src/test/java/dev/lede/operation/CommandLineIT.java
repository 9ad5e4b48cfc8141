package dev.lede.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.operation.embedded.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    @CsvSource({"--help, Usage: lede", "--version, with PostgreSQL 18", "serve --help, Usage: lede serve"})
    void answersWithoutStartingAnything(String arguments, String answer) throws Exception {
        var run = Packaged.run(directory, Map.of(), arguments.split(" "));
        assertThat(run.status()).isZero();
        assertThat(run.output()).contains(answer);
        assertThat(directory.resolve("data")).doesNotExist();
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
