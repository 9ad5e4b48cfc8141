package dev.lede.database;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * What a transaction adds to and takes from the counts of a table, collected first and applied at its end. Belongs to
 * one thread.
 *
 * @param <K> what is counted, in the order in which its rows are locked
 */
public final class CountDeltas<K extends Comparable<K>> {

    /** A column of the table's primary key, with its type and the part of the key that stands there. */
    public record KeyColumn<K>(String name, String type, Function<K, Object> part) {}

    private final String table;
    private final List<KeyColumn<K>> columns;

    // In order, so that two transactions lock the rows that they share in the same one.
    private final Map<K, Integer> deltas = new TreeMap<>();

    /** @param columns the primary key of the table, which has one more column, {@code count} */
    public CountDeltas(String table, List<KeyColumn<K>> columns) {
        this.table = table;
        this.columns = List.copyOf(columns);
    }

    /** Notes that the count of this key grows by so many, or shrinks. */
    public void add(K key, int delta) {
        deltas.merge(key, delta, Integer::sum);
    }

    /** Writes what was collected. To be called with the revision held. */
    public void apply(Session session) {
        var names = columns.stream().map(KeyColumn::name).collect(Collectors.joining(", "));
        var types =
                columns.stream().map(column -> "?::" + column.type() + "[], ").collect(Collectors.joining());
        var same = columns.stream()
                .map(column -> "c." + column.name() + " = d." + column.name())
                .collect(Collectors.joining(" and "));
        change(
                session,
                "insert into " + table + " as c (" + names + ", count) select * from unnest(" + types + "?::integer[])"
                        + " on conflict (" + names + ") do update set count = c.count + excluded.count",
                delta -> delta > 0);
        // Not by the statement above: a row's check is made before its conflict is found.
        change(
                session,
                "update " + table + " c set count = c.count + d.delta from unnest(" + types + "?::integer[]) d ("
                        + names + ", delta) where " + same,
                delta -> delta < 0);
    }

    private void change(Session session, String statement, IntPredicate which) {
        var changed = deltas.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        Sql sql = Sql.of(statement);
        for (var column : columns) {
            sql = sql.with(changed.stream()
                    .map(entry -> column.part().apply(entry.getKey()))
                    .toList());
        }
        session.later(sql.with(changed.stream().map(Map.Entry::getValue).toList()));
    }
}
