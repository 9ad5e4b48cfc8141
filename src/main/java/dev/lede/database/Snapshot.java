package dev.lede.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One unchanging view of the database, for reading more than memory holds. It keeps a connection until it is closed,
 * which may be done more than once. Belongs to one thread at a time.
 */
public final class Snapshot implements AutoCloseable {

    private final Connection connection;
    private final Session session;
    private boolean closed;

    Snapshot(Connection connection) {
        this.connection = connection;
        this.session = new Session(connection);
    }

    /** All statements of it see the same. */
    public Session session() {
        return session;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException fault) {
            throw new DatabaseException(fault);
        }
    }
}
