package dev.lede.article.query;

import dev.lede.database.Sql;
import dev.lede.http.query.SortField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An order of articles that no two share a place in: the fields asked for, and {@code id} in the direction of the last.
 *
 * @param keys at least one, the last by {@code id}
 */
record Sort(List<Key> keys) {

    record Key(Sortable field, boolean descending) {
        private Key turned() {
            return new Key(field, !descending);
        }
    }

    /** Newest first. */
    static final Sort NEWEST = by(List.of(new Key(Sortable.DATE, true)));

    /** What fits best first. */
    static final Sort BEST = by(List.of(new Key(Sortable.RELEVANCE, true)));

    Sort {
        keys = List.copyOf(keys);
    }

    /** The order that a client asks for. */
    static Sort of(List<SortField> asked, Sort otherwise) {
        return asked.isEmpty() ? otherwise : by(asked.stream().map(Sort::key).toList());
    }

    private static Key key(SortField asked) {
        var field = Sortable.named(asked.name()).orElseThrow();
        // The best come first when nothing else is said.
        return new Key(field, asked.descending() ^ (field == Sortable.RELEVANCE));
    }

    private static Sort by(List<Key> asked) {
        var keys = new ArrayList<>(asked);
        var last = asked.get(asked.size() - 1);
        if (last.field() == Sortable.RELEVANCE && asked.size() == 1) {
            keys.add(new Key(Sortable.DATE, last.descending()));
        }
        keys.add(new Key(Sortable.ID, last.descending()));
        return new Sort(keys);
    }

    /** The same order from its other end, to walk back from a row. */
    Sort reversed() {
        return new Sort(keys.stream().map(Key::turned).toList());
    }

    /** By one column and {@code id} alone: an index walk. */
    boolean isBy(Sortable field) {
        return keys.size() == 2 && keys.get(0).field() == field;
    }

    /** Whether the best come first. */
    boolean isRanked() {
        return keys.get(0).equals(new Key(Sortable.RELEVANCE, true));
    }

    /** Whether it takes a score to know the order. */
    boolean usesScore() {
        return keys.stream().anyMatch(key -> key.field() == Sortable.RELEVANCE);
    }

    /** The same text for the same order. */
    String canonical() {
        return keys.stream()
                .map(key -> (key.descending() ? "-" : "") + key.field())
                .collect(Collectors.joining(","));
    }

    String orderBy(SortColumns columns) {
        return "order by "
                + keys.stream()
                        .map(key -> columns.of(key.field()) + (key.descending() ? " desc" : ""))
                        .collect(Collectors.joining(", "));
    }

    /** The columns that a cursor needs of a row, as {@code k0, k1, …}. */
    String selected(SortColumns columns) {
        var selected = new ArrayList<String>();
        for (var i = 0; i < keys.size(); i++) {
            selected.add(columns.of(keys.get(i).field()) + " as k" + i);
        }
        return String.join(", ", selected);
    }

    /** What a cursor carries of a row. */
    List<String> placeOf(ResultSet row) throws SQLException {
        var place = new ArrayList<String>();
        for (var i = 0; i < keys.size(); i++) {
            place.add(keys.get(i).field().text(row, "k" + i));
        }
        return place;
    }

    /**
     * The rows behind a place in this order.
     *
     * @throws IllegalArgumentException when the place is none of this order
     */
    Sql after(List<String> place, SortColumns columns) {
        if (place.size() != keys.size()) {
            throw new IllegalArgumentException("The place has another number of values than the order has keys");
        }
        var values = new ArrayList<Object>();
        for (var i = 0; i < keys.size(); i++) {
            values.add(keys.get(i).field().value(place.get(i)));
        }
        return isOneWay() ? behindAsRow(values, columns) : behindKeyByKey(values, columns);
    }

    private boolean isOneWay() {
        return keys.stream().map(Key::descending).distinct().count() == 1;
    }

    // A comparison of rows is what PostgreSQL can begin an index walk with.
    private Sql behindAsRow(List<Object> values, SortColumns columns) {
        var names = keys.stream().map(key -> columns.of(key.field())).collect(Collectors.joining(", "));
        var places = keys.stream().map(key -> "?").collect(Collectors.joining(", "));
        return new Sql("(" + names + ") " + comparison(keys.get(0)) + " (" + places + ")", values);
    }

    private Sql behindKeyByKey(List<Object> values, SortColumns columns) {
        var cases = new ArrayList<Sql>();
        for (var i = 0; i < keys.size(); i++) {
            var all = new ArrayList<Sql>();
            for (var j = 0; j < i; j++) {
                all.add(Sql.of(columns.of(keys.get(j).field()) + " = ?", values.get(j)));
            }
            all.add(Sql.of(columns.of(keys.get(i).field()) + " " + comparison(keys.get(i)) + " ?", values.get(i)));
            cases.add(Sql.and(all));
        }
        return Sql.of("(").then(Sql.join(" or ", cases)).then(")");
    }

    private static String comparison(Key key) {
        return key.descending() ? "<" : ">";
    }

    /** Where the columns of an order stand: with the article, or with one of its terms. */
    @FunctionalInterface
    interface SortColumns {
        /** With {@code article a}. */
        SortColumns OF_ARTICLE = field -> "a." + field.column();

        /** With {@code search_entry t}, which repeats the date and the id, and the score of some in {@code m}. */
        SortColumns OF_ENTRY = field -> switch (field) {
            case ID -> "t.article_id";
            case DATE -> "t.date";
            case RELEVANCE -> "coalesce(m.score, 0)";
            default -> "a." + field.column();
        };

        /** With ranked articles alone. */
        SortColumns OF_RANKED = field -> switch (field) {
            case ID -> "m.article_id";
            case RELEVANCE -> "m.score";
            default -> "a." + field.column();
        };

        /** With {@code article_term t}, which repeats the date and the id. */
        SortColumns OF_TERM = field -> field == Sortable.ID ? "t.article_id" : "t." + field.column();

        String of(Sortable field);
    }
}
