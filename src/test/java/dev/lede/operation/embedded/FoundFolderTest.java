package dev.lede.operation.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders in the states that crashes, copies and mistakes leave them in. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FoundFolderTest {

    @TempDir
    Path dataDir;

    private Path home;

    @BeforeEach
    void prepare() throws IOException {
        Homes.withBinaries(dataDir);
        home = dataDir.resolve("postgres");
    }

    @Test
    void beginsAnewWhereTheFirstStartWasKilled() throws IOException {
        Files.createDirectories(home.resolve("unfinished-1").resolve("base"));
        Files.writeString(home.resolve("unfinished-1").resolve("PG_VERSION"), "18\n");
        Files.writeString(home.resolve("password"), "of the first attempt");
        Homes.started(dataDir).close();
        assertThat(home.resolve("unfinished-1")).doesNotExist();
        assertThat(home.resolve("password")).content().isNotEqualTo("of the first attempt");
    }

    @Test
    void unpacksAgainWhereUnpackingWasKilled() throws IOException {
        Home.delete(home.resolve("bin"));
        var unfinished = Files.createDirectories(home.resolve("bin").resolve("unfinished-1"));
        Files.writeString(unfinished.resolve("postgres"), "half");
        Homes.started(dataDir).close();
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void leavesAForeignProcessAloneThatAStalePidFileNames() throws Exception {
        Homes.started(dataDir).close();
        var foreign = new ProcessBuilder("sleep", "120").start();
        try {
            Files.writeString(Homes.pidFile(dataDir), foreign.pid() + "\n" + home.resolve("data") + "\n1\n5432\n");
            Homes.started(dataDir).close();
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void leavesTheServerOfAnotherFolderAloneThatAStalePidFileNames(@TempDir Path otherDir) throws Exception {
        Homes.started(dataDir).close();
        try (var other = Homes.started(Homes.withBinaries(otherDir))) {
            Files.copy(Homes.pidFile(otherDir), Homes.pidFile(dataDir));
            Homes.started(dataDir).close();
            assertThat(Homes.ask(other, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void startsOverAPidFileThatWasCutShort() throws IOException {
        Homes.started(dataDir).close();
        Files.createFile(Homes.pidFile(dataDir));
        Homes.started(dataDir).close();
    }

    @Test
    void refusesDataOfAnotherMajorVersionAndNamesTheWay() throws IOException {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data").resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> Homes.started(dataDir))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("PostgreSQL 17", "PostgreSQL 18", "lede export", "lede import");
    }

    @Test
    void refusesAFolderThatHoldsSomethingElse() throws IOException {
        Files.createDirectories(home.resolve("data").resolve("photographs"));
        assertThatThrownBy(() -> Homes.started(dataDir))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("holds no PostgreSQL data");
        assertThat(home.resolve("data").resolve("photographs")).exists();
    }

    @Test
    void refusesDataWhosePasswordIsMissing() throws IOException {
        Homes.started(dataDir).close();
        Files.delete(home.resolve("password"));
        assertThatThrownBy(() -> Homes.started(dataDir))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Restore that file");
    }

    @Test
    void refusesDataWhosePasswordIsAnother() throws IOException {
        Homes.started(dataDir).close();
        Files.writeString(home.resolve("password"), "another");
        assertThatThrownBy(() -> Homes.started(dataDir))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("do not belong together");
        assertThat(Homes.pidFile(dataDir)).doesNotExist();
    }

    @Test
    void refusesADataFolderThatIsAFile() throws IOException {
        var file = Files.writeString(dataDir.resolve("file"), "");
        assertThatThrownBy(() -> Homes.started(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll(file.toString(), "LEDE_DATA_DIR");
    }

    @Test
    void refusesASystemItBringsNoProgramsFor() {
        assertThatThrownBy(() -> Binaries.in(Home.under(dataDir), "Linux", "sparc"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("Linux, sparc", "QUARKUS_DATASOURCE_JDBC_URL");
    }
}
