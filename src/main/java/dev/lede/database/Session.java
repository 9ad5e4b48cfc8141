package dev.lede.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One connection in use: statements in, rows out. Belongs to one thread, and ends with the call that got it from
 * {@link Database}.
 */
public final class Session {

    private final Connection connection;

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row into a value; columns by name or number. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Every row of the answer, in order. */
    public <T> List<T> list(Sql sql, RowReader<T> reader) {
        try (var statement = sql.prepare(connection);
                var rows = statement.executeQuery()) {
            var values = new ArrayList<T>();
            while (rows.next()) {
                values.add(reader.read(rows));
            }
            return values;
        } catch (SQLException fault) {
            throw new DatabaseException(fault);
        }
    }

    /** Takes a row as it comes; columns by name or number. */
    @FunctionalInterface
    public interface RowConsumer {
        void take(ResultSet row) throws SQLException, IOException;
    }

    /**
     * Every row of the answer, in order, of which only some are in memory: for answers without an end. Inside a
     * transaction or {@link Snapshot} alone.
     *
     * @param atOnce how many rows are fetched together
     * @throws IOException when whoever takes them cannot
     */
    public void each(Sql sql, int atOnce, RowConsumer consumer) throws IOException {
        try (var statement = sql.prepare(connection)) {
            statement.setFetchSize(atOnce);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.take(rows);
                }
            }
        } catch (SQLException fault) {
            throw new DatabaseException(fault);
        }
    }

    /** The first row, where there is one. */
    public <T> Optional<T> first(Sql sql, RowReader<T> reader) {
        var rows = list(sql, reader);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** The one row that the statement always answers. */
    public <T> T one(Sql sql, RowReader<T> reader) {
        return first(sql, reader).orElseThrow(() -> new IllegalStateException("No row: " + sql.text()));
    }

    /** Runs a statement that changes rows and answers how many it changed. */
    public int update(Sql sql) {
        try (var statement = sql.prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException fault) {
            throw new DatabaseException(fault);
        }
    }

    /**
     * Runs statements that differ in their values alone, all in one go.
     *
     * @param alike statements of the same text; none is fine
     * @return how many rows each of them changed
     */
    public int[] updateEach(List<Sql> alike) {
        if (alike.isEmpty()) {
            return new int[0];
        }
        try (var statement = connection.prepareStatement(alike.get(0).text())) {
            for (var sql : alike) {
                sql.bind(statement, connection);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException fault) {
            throw new DatabaseException(fault);
        }
    }
}
