package dev.lede.article.query;

import dev.lede.database.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A time that dates lie in. What has no date lies in none but the empty one, which says nothing.
 *
 * @param from the first moment of it
 * @param to the first one behind it
 */
record Period(Optional<Instant> from, Optional<Instant> to) {

    boolean isEmpty() {
        return from.isEmpty() && to.isEmpty();
    }

    /** @param date a column, in which {@code -infinity} stands for none */
    List<Sql> conditions(String date) {
        var conditions = new ArrayList<Sql>();
        from.ifPresent(moment -> conditions.add(Sql.of(date + " >= ?", moment.atOffset(ZoneOffset.UTC))));
        to.ifPresent(moment ->
                conditions.add(Sql.of(date + " < ? and " + date + " > '-infinity'", moment.atOffset(ZoneOffset.UTC))));
        return conditions;
    }
}
