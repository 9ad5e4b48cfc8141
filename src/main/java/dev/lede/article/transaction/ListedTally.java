package dev.lede.article.transaction;

import dev.lede.database.CountDeltas;
import dev.lede.database.CountDeltas.KeyColumn;
import dev.lede.database.Session;
import dev.lede.taxonomy.TermTally;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What a transaction adds to and takes from the totals that the writes keep, of visible articles of kind page. */
public final class ListedTally {

    private record Slot(String lang, String section) implements Comparable<Slot> {

        private static final Comparator<Slot> ORDER =
                Comparator.comparing(Slot::lang).thenComparing(Slot::section);

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }

    private final TermTally terms = new TermTally();
    private final CountDeltas<Slot> articles = new CountDeltas<>(
            "article_count",
            List.of(new KeyColumn<>("lang", "text", Slot::lang), new KeyColumn<>("section", "text", Slot::section)));

    ListedTally() {}

    /** An article begins (+1) or ceases (-1) to be listed. */
    public void add(String lang, String section, Collection<Long> termsOfIt, int delta) {
        articles.add(new Slot(lang, section), delta);
        termsOfIt.forEach(term -> terms.add(term, lang, delta));
    }

    void apply(Session session) {
        articles.apply(session);
        terms.apply(session);
    }
}
