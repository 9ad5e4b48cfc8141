package dev.lede.database.schema;

import dev.lede.database.DatabaseException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The schema of the database, which Flyway brings to what this release needs. Where its history says that all of it is
 * there, which one statement tells, Flyway is not started: it takes 6 % of the CPU of a start. In every other case, be
 * it a newer schema, a changed migration or another node that is at work, all is left to it, with its locks and checks.
 */
@ApplicationScoped
class Schema {

    /** Before whatever else starts, the scheduler included. */
    private static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE - 1;

    /** In the schema where Flyway would look for it, and in no other. */
    private static final String HISTORY = """
            select version, description, type, checksum, success
            from flyway_schema_history h join pg_class c on c.oid = h.tableoid
            where c.relnamespace = (select oid from pg_namespace where nspname = current_schema())
            """;

    /** The oldest server that the statements are written for. */
    private static final int OLDEST = 15;

    private final DataSource source;
    private final Consumer<DataSource> migration;

    @Inject
    Schema(DataSource source) {
        this(source, Schema::migrate);
    }

    Schema(DataSource source, Consumer<DataSource> migration) {
        this.source = source;
        this.migration = migration;
    }

    void start(@Observes @Priority(FIRST) StartupEvent started) {
        ensure();
    }

    /** Afterwards the schema is that of this release, or an exception tells why it cannot be. */
    void ensure() {
        if (!isCurrent()) {
            migration.accept(source);
        }
    }

    private boolean isCurrent() {
        try (var connection = source.getConnection()) {
            // The server has said so when it was connected.
            refuseOlder(connection.getMetaData().getDatabaseMajorVersion());
            return isCurrent(connection, Migration.ofThisRelease());
        } catch (SQLException fault) {
            throw new DatabaseException(fault);
        }
    }

    /** @throws IllegalStateException with a sentence for whoever starts Lede */
    static void refuseOlder(int version) {
        if (version < OLDEST) {
            throw new IllegalStateException("Lede needs PostgreSQL " + OLDEST
                    + " or newer, and this database is one of version " + version + ".");
        }
    }

    private static boolean isCurrent(Connection connection, List<Migration> wanted) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(HISTORY)) {
            var missing = new HashSet<String>();
            wanted.forEach(migration -> missing.add(migration.noted()));
            while (row.next()) {
                var applied =
                        new Migration(row.getString("version"), row.getString("description"), row.getInt("checksum"));
                var counts = row.getBoolean("success") && row.getString("type").equals("SQL");
                if (!counts || !missing.remove(applied.noted())) {
                    return false;
                }
            }
            return missing.isEmpty();
        } catch (SQLException unreadable) {
            // There is no history yet, or it is none that this account may read: Flyway knows what to do or to say.
            return false;
        }
    }

    private static void migrate(DataSource source) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }
}
