package dev.lede.taxonomy;

import dev.lede.database.CountDeltas;
import dev.lede.database.CountDeltas.KeyColumn;
import dev.lede.database.Session;
import java.util.Comparator;
import java.util.List;

/** What a transaction adds to and takes from the counts of terms, collected first and applied at its end. */
public final class TermTally {

    private record Slot(long term, String lang) implements Comparable<Slot> {

        private static final Comparator<Slot> ORDER =
                Comparator.comparingLong(Slot::term).thenComparing(Slot::lang);

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }

    private final CountDeltas<Slot> deltas = new CountDeltas<>(
            "term_count",
            List.of(new KeyColumn<>("term_id", "bigint", Slot::term), new KeyColumn<>("lang", "text", Slot::lang)));

    /** An article in this language begins (+1) or ceases (-1) to be listed under the term. */
    public void add(long term, String lang, int delta) {
        deltas.add(new Slot(term, lang), delta);
    }

    /** Writes what was collected. To be called with the revision held. */
    public void apply(Session session) {
        deltas.apply(session);
    }
}
