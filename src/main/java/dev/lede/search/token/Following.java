package dev.lede.search.token;

import dev.lede.search.text.Piece;
import dev.lede.search.text.Piece.Single;
import java.util.Optional;

/**
 * What tells that a piece follows another. Characters side by side have a token of their own, and short pieces one that
 * others may share. Of a long one only the text tells: it is not everywhere, so articles with both are few enough, while
 * tokens for all that follows something would be a third of those of an article with spaces.
 */
public final class Following {

    /** In UTF-16 units. */
    private static final int LONGEST = 5;

    private Following() {}

    /** The kind of the token; nothing where there is none. */
    static Optional<Kind> kind(Piece first, Piece second) {
        if (second instanceof Single single && single.adjacent()) {
            return Optional.of(Kind.PAIR);
        }
        boolean areShort = first.text().length() <= LONGEST && second.text().length() <= LONGEST;
        return areShort ? Optional.of(Kind.NEXT) : Optional.empty();
    }

    /**
     * Whether a token tells it.
     *
     * @param first comes right before the other in an article
     */
    public static boolean isTold(Piece first, Piece second) {
        return kind(first, second).isPresent();
    }
}
