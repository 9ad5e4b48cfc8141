package dev.lede.database;

import dev.lede.database.Later.Taker;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One connection in use: statements in, rows out. Statements whose answers can wait are sent with the next one that
 * cannot, in their order, in one message: each round trip saved is a wait saved. Belongs to one thread, and ends with the
 * call that got it from {@link Database}.
 */
public final class Session {

    private final Connection connection;
    private final List<Later<?>> waiting = new ArrayList<>();

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
        return later(sql, reader).get();
    }

    /** Asks for rows that are not needed yet. Failures are thrown by whatever sends the statement. */
    public <T> Later<List<T>> later(Sql sql, RowReader<T> reader) {
        return wait(sql, (rows, changed) -> {
            var values = new ArrayList<T>();
            while (rows != null && rows.next()) {
                values.add(reader.read(rows));
            }
            return values;
        });
    }

    /** Runs a statement of whose answer nothing is needed. Failures are thrown by whatever sends it. */
    public void later(Sql sql) {
        wait(sql, (rows, changed) -> changed);
    }

    /** Runs statements that differ in their values alone, of whose answers nothing is needed; none is fine. */
    public void laterEach(List<Sql> alike) {
        if (alike.size() == 1) {
            later(alike.get(0));
        } else {
            updateEach(alike);
        }
    }

    private <T> Later<T> wait(Sql sql, Taker<T> taker) {
        var later = new Later<>(this, sql, taker);
        waiting.add(later);
        return later;
    }

    /** Sends all that waits; to be called before the end of the transaction. */
    void send() {
        if (waiting.isEmpty()) {
            return;
        }
        var sent = List.copyOf(waiting);
        waiting.clear();
        try (var statement = together(sent).prepare(connection)) {
            boolean isRows = statement.execute();
            for (var later : sent) {
                later.take(statement, isRows);
                isRows = statement.getMoreResults();
            }
        } catch (SQLException fault) {
            throw new DatabaseException(fault);
        }
    }

    // Reads are one statement nearly always: its text stays what it is.
    private static Sql together(List<Later<?>> sent) {
        return sent.size() == 1
                ? sent.get(0).sql()
                : Sql.join("; ", sent.stream().map(Later::sql).toList());
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
        this.<IOException>walk(sql, atOnce, row -> {
            consumer.take(row);
            return true;
        });
    }

    /** The same until a row is answered with false, which is not wanted any more. */
    public void whileWanted(Sql sql, int atOnce, RowReader<Boolean> taker) {
        this.<RuntimeException>walk(sql, atOnce, taker::read);
    }

    /** Takes a row, and answers whether the next one is wanted. */
    private interface Walker<E extends Exception> {
        boolean take(ResultSet row) throws SQLException, E;
    }

    private <E extends Exception> void walk(Sql sql, int atOnce, Walker<E> walker) throws E {
        send();
        try (var statement = sql.prepare(connection)) {
            statement.setFetchSize(atOnce);
            try (var rows = statement.executeQuery()) {
                var wanted = true;
                while (wanted && rows.next()) {
                    wanted = walker.take(rows);
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
        return wait(sql, (rows, changed) -> changed).get();
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
        send();
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
