package dev.lede.taxonomy;

import dev.lede.database.Session;
import dev.lede.database.Sql;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a transaction adds to and takes from the counts of terms, collected first and applied at its end. */
public final class TermTally {

    private record Slot(long term, String lang) {}

    // In the order of numbers, so that the rows are always locked in the same order.
    private final Map<Slot, Integer> deltas =
            new TreeMap<>(Comparator.comparingLong(Slot::term).thenComparing(Slot::lang));

    /** An article in this language begins (+1) or ceases (-1) to be listed under the term. */
    public void add(long term, String lang, int delta) {
        deltas.merge(new Slot(term, lang), delta, Integer::sum);
    }

    /** Writes what was collected. To be called with the revision held. */
    public void apply(Session session) {
        deltas.values().removeIf(delta -> delta == 0);
        change(
                session,
                "insert into term_count as c (term_id, lang, count)"
                        + " select * from unnest(?::bigint[], ?::text[], ?::integer[])"
                        + " on conflict (term_id, lang) do update set count = c.count + excluded.count",
                delta -> delta > 0);
        // Not by the statement above: a row's check is made before its conflict is found.
        change(
                session,
                "update term_count c set count = c.count + d.delta"
                        + " from unnest(?::bigint[], ?::text[], ?::integer[]) d (term_id, lang, delta)"
                        + " where c.term_id = d.term_id and c.lang = d.lang",
                delta -> delta < 0);
    }

    private void change(Session session, String statement, Predicate<Integer> which) {
        var slots = deltas.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .toList();
        if (slots.isEmpty()) {
            return;
        }
        List<Long> terms = slots.stream().map(slot -> slot.getKey().term()).toList();
        List<String> langs = slots.stream().map(slot -> slot.getKey().lang()).toList();
        List<Integer> changes = slots.stream().map(Map.Entry::getValue).toList();
        session.update(Sql.of(statement, terms, langs, changes));
    }
}
