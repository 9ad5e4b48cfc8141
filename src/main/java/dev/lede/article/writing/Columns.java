package dev.lede.article.writing;

import dev.lede.database.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of one row with their values, so that a name and its value stand on one line. */
final class Columns {

    private final List<String> names = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Columns add(String name, Object value) {
        return add(name, "?", value);
    }

    Columns addJson(String name, String value) {
        return add(name, "?::jsonb", value);
    }

    private Columns add(String name, String place, Object value) {
        names.add(name);
        places.add(place);
        values.add(value);
        return this;
    }

    /** Inserts the row, or sets all its columns where one with that key stands. */
    Sql upsert(String table, String key) {
        var sets = names.stream()
                .filter(name -> !name.equals(key))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        return new Sql(
                "insert into " + table + " (" + String.join(", ", names) + ") values (" + String.join(", ", places)
                        + ") on conflict (" + key + ") do update set " + sets,
                values);
    }
}
