package dev.lede.change.following;

import dev.lede.article.view.Shape;
import dev.lede.http.query.Parameters;

/**
 * What is followed: which articles, and what of them is told.
 *
 * @param shape of {@code article}
 */
public record Followed(ChangeFilter filter, Shape shape) {

    private static final int ROWS_AT_ONCE = 200;
    private static final int BODIES_AT_ONCE = 20;

    /** Reads what of a request says so; what is wrong with it is noted with the parameters. */
    public static Followed of(Parameters parameters) {
        return new Followed(ChangeFilter.of(parameters), Shape.of(parameters, Shape.CARD));
    }

    /** How many rows of it may be in memory at once. */
    int rowsAtOnce() {
        return shape.hasBodies() ? BODIES_AT_ONCE : ROWS_AT_ONCE;
    }

    /** The same text for the same. */
    public String canonical() {
        return filter.canonical() + "\n" + shape.canonical();
    }
}
