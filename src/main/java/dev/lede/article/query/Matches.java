package dev.lede.article.query;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a text finds.
 *
 * @param ranked the best articles among those that the list may show, best first; empty when nobody asked for an order
 * @param complete whether these are all
 * @param total how many are found, up to one above {@link ArticleQuery#MOST_COUNTED}; null where nobody has counted
 */
public record Matches(
        TextCondition condition,
        List<Ranked> ranked,
        boolean complete,
        @Nullable Long total) {

    /**
     * An article with its score.
     *
     * @param score above 0, in thousandths
     */
    public record Ranked(UUID id, int score) {}

    public Matches {
        ranked = List.copyOf(ranked);
    }

    /** How many of them have a lower score. */
    long below(int score) {
        return ranked.stream().filter(article -> article.score() < score).count();
    }
}
