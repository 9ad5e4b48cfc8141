package dev.lede.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;

/** The way to PostgreSQL: single statements that read, and transactions that write. Thread-safe. */
@ApplicationScoped
public class Database {

    private static final int ATTEMPTS = 5;

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** Reads on a connection of its own; every statement sees one snapshot, two statements may see two. */
    public <T> T read(Function<Session, T> work) {
        try (var connection = source.getConnection()) {
            return work.apply(new Session(connection));
        } catch (SQLException fault) {
            throw new DatabaseException(fault);
        }
    }

    /** Begins a read that may take long; the caller closes it. */
    public Snapshot snapshot() {
        try {
            var connection = source.getConnection();
            var snapshot = new Snapshot(connection);
            connection.setAutoCommit(false);
            snapshot.session().update(Sql.of("set transaction isolation level repeatable read, read only"));
            return snapshot;
        } catch (SQLException fault) {
            throw new DatabaseException(fault);
        }
    }

    /** How a transaction ends when its work has succeeded. */
    public enum Ending {
        COMMIT,
        /** For dry runs: everything is done, and undone. */
        ROLL_BACK
    }

    /** What a transaction's work answers, when it is the work that decides how the transaction ends. */
    public record Ended<T>(T result, Ending ending) {}

    /**
     * Runs the work in a transaction. A deadlock or serialisation failure runs it again, a few times; any other
     * exception rolls back and is thrown on.
     *
     * @param lockTimeout how long a statement waits for a lock before it fails with SQL state 55P03
     */
    public <T> T write(Duration lockTimeout, Ending ending, Function<Session, T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return writeOnce(lockTimeout, session -> new Ended<>(work.apply(session), ending));
            } catch (DatabaseException fault) {
                if (attempt == ATTEMPTS || !fault.isTransient()) {
                    throw fault;
                }
                pause(attempt);
            }
        }
    }

    /** The same for work that cannot be run again: a deadlock is thrown on like every other exception. */
    public <T> T writeOnce(Duration lockTimeout, Function<Session, Ended<T>> work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var session = new Session(connection);
                session.later(Sql.of("set local lock_timeout = " + lockTimeout.toMillis()));
                var ended = work.apply(session);
                session.send();
                if (ended.ending() == Ending.COMMIT) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
                return ended.result();
            } catch (Throwable failure) {
                undo(connection, failure);
                throw failure;
            }
        } catch (SQLException fault) {
            throw new DatabaseException(fault);
        }
    }

    // What failed first is what is told: a lost connection cannot be rolled back either.
    private static void undo(Connection connection, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException further) {
            failure.addSuppressed(further);
        }
    }

    private static void pause(int attempt) {
        try {
            // Jitter, so that two transactions that met once do not meet again.
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(5L << attempt));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to run a transaction again", interruption);
        }
    }
}
