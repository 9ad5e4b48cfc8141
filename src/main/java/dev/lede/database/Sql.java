package dev.lede.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of SQL with the values of its {@code ?}, in order. Immutable; pieces are put together with {@link #then},
 * {@link #join} and {@link #and}, so that text and values never part. Text is always the program's own: what a client
 * sent is a value.
 */
public record Sql(String text, List<Object> values) {

    /** Nothing: adds neither text nor values. */
    public static final Sql EMPTY = new Sql("", List.of());

    public Sql {
        values = List.copyOf(values);
    }

    /**
     * A piece.
     *
     * @param values one for each {@code ?} of the text; a {@code Collection} is bound as a {@code text[]}
     */
    public static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }

    /** This piece followed by another, a blank between them. */
    public Sql then(Sql next) {
        var longer = text + " " + next.text;
        if (values.isEmpty() || next.values.isEmpty()) {
            return new Sql(longer, values.isEmpty() ? next.values : values);
        }
        var both = new ArrayList<>(values);
        both.addAll(next.values);
        return new Sql(longer, both);
    }

    /** This piece followed by text with the values of its {@code ?}, a blank between them. */
    public Sql then(String next, Object... nextValues) {
        return then(of(next, nextValues));
    }

    /** This piece with the value of its next {@code ?}. */
    Sql with(Object value) {
        var more = new ArrayList<>(values);
        more.add(value);
        return new Sql(text, more);
    }

    /** The conditions, all of them to hold; {@code true} when there are none. */
    public static Sql and(Collection<Sql> conditions) {
        return conditions.isEmpty() ? of("true") : join(" and ", conditions);
    }

    /** The pieces with a separator between them. */
    public static Sql join(String separator, Collection<Sql> pieces) {
        return new Sql(
                pieces.stream().map(Sql::text).collect(Collectors.joining(separator)),
                pieces.stream().flatMap(piece -> piece.values.stream()).toList());
    }

    /** Prepares the statement and binds the values; the caller closes it. */
    PreparedStatement prepare(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(text);
        bind(statement, connection);
        return statement;
    }

    /** Binds the values to a statement that was prepared from this text. */
    void bind(PreparedStatement statement, Connection connection) throws SQLException {
        var position = 1;
        for (var value : values) {
            if (value instanceof Collection<?> many) {
                statement.setArray(position++, connection.createArrayOf("text", many.toArray()));
            } else {
                statement.setObject(position++, value);
            }
        }
    }
}
