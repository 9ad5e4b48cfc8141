package dev.lede.database.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lede.operation.embedded.EmbeddedPostgres;
import dev.lede.operation.embedded.Homes;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Flyway is left out where it would find nothing to do, and nowhere else. */
class SchemaTest {

    @TempDir
    static Path directory;

    private static EmbeddedPostgres database;

    private final DataSource source = source();
    private final List<DataSource> migrated = new ArrayList<>();
    private final Schema watched = new Schema(source, migrated::add);

    @BeforeAll
    static void startDatabase() throws Exception {
        database = Homes.started(Homes.withBinaries(directory.resolve("home")));
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void migrateFromNothing() throws SQLException {
        execute("drop schema public cascade", "create schema public");
        new Schema(source).ensure();
    }

    @Test
    void knowsWhatFlywayKnows() {
        var flyways = Stream.of(Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:db/migration")
                        .load()
                        .info()
                        .applied())
                .map(one -> new Migration(one.getVersion().toString(), one.getDescription(), one.getChecksum()))
                .toList();
        assertThat(Migration.ofThisRelease()).isNotEmpty().containsExactlyInAnyOrderElementsOf(flyways);
    }

    @Test
    void isLeftAloneWhenAllIsThere() {
        watched.ensure();
        assertThat(migrated).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update flyway_schema_history set checksum = checksum + 1 where version = '3'",
                "update flyway_schema_history set checksum = null where version = '3'",
                "update flyway_schema_history set description = 'other' where version = '3'",
                "update flyway_schema_history set success = false where version = '3'",
                "update flyway_schema_history set type = 'JDBC' where version = '3'",
                "delete from flyway_schema_history where version = '9'",
                "insert into flyway_schema_history select 99, '99', 'newer', 'SQL', 'V99__newer.sql', 1, 'lede', now(), 1, true",
                "insert into flyway_schema_history select 99, version, description, type, script, checksum, 'lede', now(), 1, true"
                        + " from flyway_schema_history where version = '9'",
                "drop table flyway_schema_history",
                "create schema lede"
            })
    void isFlywaysInEveryOtherCase(String change) throws SQLException {
        execute(change);
        try {
            watched.ensure();
            assertThat(migrated).containsExactly(source);
        } finally {
            execute("drop schema if exists lede");
        }
    }

    @Test
    void refusesAMigrationThatWasChanged() throws SQLException {
        execute("update flyway_schema_history set checksum = checksum + 1 where version = '3'");
        assertThatThrownBy(() -> new Schema(source).ensure())
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("checksum mismatch");
    }

    @Test
    void refusesAServerThatIsTooOld() {
        assertThatThrownBy(() -> Schema.refuseOlder(14))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Lede needs PostgreSQL 15 or newer, and this database is one of version 14.");
        Schema.refuseOlder(15);
        Schema.refuseOlder(18);
    }

    /** Both see an empty database, or one sees what the other has done so far; each ends with all of it. */
    @Test
    void isBroughtByTwoNodesAtOnce() throws Exception {
        execute("drop schema public cascade", "create schema public");
        var other = CompletableFuture.runAsync(() -> new Schema(source).ensure());
        new Schema(source).ensure();
        other.get(60, TimeUnit.SECONDS);
        watched.ensure();
        assertThat(migrated).isEmpty();
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static DataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(EmbeddedPostgres.DATABASE);
        source.setPassword(database.password());
        return source;
    }
}
