package dev.lede.search.token;

import dev.lede.search.text.Piece;
import dev.lede.search.text.Piece.Single;
import org.jspecify.annotations.Nullable;

/**
 * What tells that a piece follows another. Characters side by side have a token of their own; of other pieces two short ones
 * have one that others may share, and two longer ones. That a long one follows a short one, as a noun does its article, is
 * more than half of what follows in a text with spaces and distinguishes little: of that only the text tells.
 *
 * <p>Queries ask for the very tokens that articles were stored with: whoever changes which there are has all derived again.
 */
public final class Following {

    /** In UTF-16 units: as long as what is short may be, most of which are articles, prepositions and the like. */
    private static final int SHORT = 4;

    private Following() {}

    /** The kind of the token; null where there is none. */
    static @Nullable Kind kind(Piece first, Piece second) {
        if (second instanceof Single single && single.adjacent()) {
            return Kind.PAIR;
        }
        return isShort(first) == isShort(second) ? Kind.NEXT : null;
    }

    private static boolean isShort(Piece piece) {
        return piece.text().length() <= SHORT;
    }

    /**
     * Whether a token tells it.
     *
     * @param first comes right before the other in an article
     */
    public static boolean isTold(Piece first, Piece second) {
        return kind(first, second) != null;
    }
}
