package dev.lede.taxonomy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One term.
 *
 * @param related terms of the same taxonomy that share articles with it, those that share most first; each
 *     {@code count} is of the articles shared
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TermWithRelatedView(
        String slug, String name, long count, @Nullable OffsetDateTime latest, List<CountedTermView> related) {

    /** @param terms the term itself, then those related */
    static TermWithRelatedView of(List<CountedTermView> terms) {
        var term = terms.get(0);
        return new TermWithRelatedView(
                term.slug(), term.name(), term.count(), term.latest(), List.copyOf(terms.subList(1, terms.size())));
    }
}
