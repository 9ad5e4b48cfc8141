package dev.lede.article.query;

import dev.lede.database.Sql;
import java.util.List;

/**
 * Which tables are walked, under what conditions, and where the columns of the order stand.
 *
 * @param total an expression
 */
record Walk(Sql from, List<Sql> conditions, Sort.SortColumns columns, Sql total) {

    static Walk of(Sql from, List<Sql> conditions, Sort.SortColumns columns) {
        var total = Sql.of("(select count(*) from")
                .then(from)
                .then("where")
                .then(Sql.and(conditions))
                .then(")");
        return new Walk(from, conditions, columns, total);
    }
}
