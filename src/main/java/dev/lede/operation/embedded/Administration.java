package dev.lede.operation.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLState;

/** What the owner of a cluster does with the server before the application may use it. */
record Administration(Postmaster server, Home home, String password) {

    private static final Logger LOG = Logger.getLogger(Administration.class);

    /** SQLSTATE 57P03: the server is there, and still starting, or recovering after a crash. */
    private static final String STARTING = "57P03";

    private static final Duration SILENCE_LIMIT = Duration.ofMinutes(1);
    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(10);
    private static final Duration NOTICE_EVERY = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final int CONNECT_LIMIT_SECONDS = 10;

    /**
     * Waits until the server answers.
     *
     * @return whether it does; false when its process has ended instead
     */
    boolean awaitAnswer() {
        var begin = System.nanoTime();
        var notice = NOTICE_EVERY;
        while (server.isAlive()) {
            var waited = Duration.ofNanos(System.nanoTime() - begin);
            try (var connection = connect("postgres")) {
                return connection.isValid(CONNECT_LIMIT_SECONDS);
            } catch (SQLException e) {
                refuseIfHopeless(e, waited);
            }
            if (waited.compareTo(notice) > 0) {
                LOG.infof("PostgreSQL is still starting: waited_s=%d", waited.toSeconds());
                notice = waited.plus(NOTICE_EVERY);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return false;
    }

    private static void refuseIfHopeless(SQLException e, Duration waited) {
        var state = String.valueOf(e.getSQLState());
        if (state.equals(PSQLState.INVALID_PASSWORD.getState())) {
            throw new StartRefused(
                    "PostgreSQL refuses the password in Lede's data folder: that file and the data do not"
                            + " belong together. Restore both from the same copy.",
                    e);
        }
        var limit = state.equals(STARTING) ? RECOVERY_LIMIT : SILENCE_LIMIT;
        if (waited.compareTo(limit) > 0) {
            throw new StartRefused(
                    "PostgreSQL was started and does not answer after " + waited.toSeconds() + " s: " + e.getMessage(),
                    e);
        }
    }

    /** Makes the application's account and database where they are missing, on the server that was meant. */
    void ensureDatabase(String name) {
        try (var connection = connect("postgres")) {
            checkDataDirectory(connection);
            if (!exists(connection, "select from pg_roles where rolname = '" + name + "'")) {
                execute(connection, "create role " + name + " login in role pg_monitor password '" + password + "'");
            }
            if (!exists(connection, "select from pg_database where datname = '" + name + "'")) {
                execute(connection, "create database " + name + " owner " + name);
            }
        } catch (SQLException | IOException e) {
            throw new StartRefused("Lede cannot prepare its database: " + e.getMessage(), e);
        }
    }

    /** On a port that anybody may have taken in the meantime, only the server itself can say what it serves. */
    private void checkDataDirectory(Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("show data_directory")) {
            result.next();
            var served = Path.of(result.getString(1)).toRealPath();
            if (!served.equals(home.cluster())) {
                throw new StartRefused("The PostgreSQL on port " + server.port() + " serves " + served + " and not "
                        + home.cluster() + ". Start again.");
            }
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {server.port()});
        source.setDatabaseName(database);
        source.setUser(Cluster.OWNER);
        source.setPassword(password);
        source.setLoginTimeout(CONNECT_LIMIT_SECONDS);
        source.setSocketTimeout(6 * CONNECT_LIMIT_SECONDS);
        return source.getConnection();
    }
}
