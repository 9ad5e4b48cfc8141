package dev.lede.search.token;

import dev.lede.search.text.Piece;
import dev.lede.search.text.Piece.Single;

/** What tells that a piece follows another. */
public enum Following {
    /** They are characters side by side, and have a token of their own. */
    PAIR,
    /** A token tells it, or something else. */
    SHORT,
    /**
     * Nothing but the text: a long word is not everywhere, so articles with both are few enough, while tokens for all that
     * follows something would be a third of those of an article with spaces.
     */
    LONG;

    /** In UTF-16 units. */
    private static final int LONGEST = 5;

    /** @param first comes right before the other in an article */
    public static Following of(Piece first, Piece second) {
        if (second instanceof Single single && single.adjacent()) {
            return PAIR;
        }
        return first.text().length() <= LONGEST && second.text().length() <= LONGEST ? SHORT : LONG;
    }
}
