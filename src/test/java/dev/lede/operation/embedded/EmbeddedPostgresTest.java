package dev.lede.operation.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedPostgresTest {

    @TempDir
    static Path dataDir;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = Homes.started(Homes.withBinaries(dataDir));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8"
    })
    void runsWith(String setting, String value) throws SQLException {
        assertThat(Homes.ask(postgres, "show " + setting)).isEqualTo(value);
    }

    @Test
    void keepsAnApplicationsStatementFromTakingDurabilityAway() throws SQLException {
        try (var connection = Homes.connect(postgres);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("alter system set fsync = off"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void asksEveryoneForScram() throws SQLException {
        try (var connection = Homes.connect(postgres, Cluster.OWNER, postgres.password());
                var statement = connection.createStatement();
                var result = statement.executeQuery("select distinct auth_method from pg_hba_file_rules")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).isEqualTo("scram-sha-256");
            assertThat(result.next()).isFalse();
        }
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> Homes.connect(postgres, EmbeddedPostgres.DATABASE, "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void servesTheApplicationFromADatabaseAndAnAccountOfItsOwn() throws SQLException {
        assertThat(Homes.ask(postgres, "select current_database() || ' ' || current_user"))
                .isEqualTo("lede lede");
        assertThat(Homes.ask(postgres, "select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void ordersAndFoldsTextTheSameOnEveryMachine() throws SQLException {
        assertThat(Homes.ask(
                        postgres,
                        "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'lede'"))
                .isEqualTo("b C.UTF-8");
        assertThat(Homes.ask(postgres, "select upper('äж')")).isEqualTo("ÄЖ");
    }

    @Test
    void letsTheApplicationMakeTheExtensionsItSearchesWith() throws SQLException {
        try (var connection = Homes.connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute("create extension pg_trgm");
        }
        assertThat(Homes.ask(postgres, "select similarity('lede', 'lede')")).isEqualTo("1");
    }

    @Test
    void closesItsFolderAndItsPasswordToOthers() throws IOException {
        var home = dataDir.resolve("postgres");
        assertThat(mode(home)).isEqualTo("rwx------");
        assertThat(mode(home.resolve("data"))).isEqualTo("rwx------");
        assertThat(mode(home.resolve("password"))).isEqualTo("rw-------");
    }

    @Test
    void keepsItsPasswordOffTheCommandLine() throws IOException {
        var arguments = Homes.server(dataDir).info().arguments().orElseThrow();
        assertThat(arguments).noneMatch(argument -> argument.contains(postgres.password()));
    }

    @Test
    void keepsLedesSecretsOutOfTheServersEnvironment() throws IOException {
        var environment = Path.of("/proc", Long.toString(Homes.server(dataDir).pid()), "environ");
        assumeTrue(Files.exists(environment), "needs /proc");
        var names = new String(Files.readAllBytes(environment), UTF_8)
                .lines()
                .flatMap(line -> Arrays.stream(line.split("\0")))
                .map(entry -> entry.replaceFirst("=.*", ""));
        assertThat(names).isSubsetOf("PATH", "HOME", "TMPDIR", "LC_ALL", "PGDATA", "PG_OOM_ADJUST_FILE");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
