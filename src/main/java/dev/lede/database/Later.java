package dev.lede.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a statement that is sent together with others. Belongs to its session's thread.
 *
 * @param <T> what is made of the answer
 */
public final class Later<T> {

    private final Session session;
    private final Sql sql;
    private final Taker<T> taker;
    private @Nullable T answer;

    Later(Session session, Sql sql, Taker<T> taker) {
        this.session = session;
        this.sql = sql;
        this.taker = taker;
    }

    /** Makes something of an answer: of its rows or, where it has none, of how many rows were changed. */
    @FunctionalInterface
    interface Taker<T> {
        T take(@Nullable ResultSet rows, int changed) throws SQLException;
    }

    Sql sql() {
        return sql;
    }

    /** Takes the answer that the driver has come to. */
    void take(Statement statement, boolean isRows) throws SQLException {
        answer = isRows ? taker.take(statement.getResultSet(), 0) : taker.take(null, statement.getUpdateCount());
    }

    /** The answer. Sends the statement, with all that wait before it, if it still waits. */
    public T get() {
        if (answer == null) {
            session.send();
        }
        if (answer == null) {
            throw new IllegalStateException("There was no answer to: " + sql.text());
        }
        return answer;
    }
}
