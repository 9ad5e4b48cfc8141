package dev.lede.search.text;

import java.util.List;

/**
 * Folded text for comparison: words with one space between them, characters of scripts without spaces side by side, and a
 * space at both ends, so that whatever follows whatever in the original is found with {@code contains}.
 */
public final class FlatText {

    private final StringBuilder text = new StringBuilder(" ");

    /** One more piece. */
    public void add(Piece piece) {
        boolean isGlued = piece instanceof Piece.Single single && single.adjacent() && text.length() > 1;
        if (isGlued) {
            text.setLength(text.length() - 1);
        }
        text.append(piece.text()).append(' ');
    }

    /** All pieces so far. */
    @Override
    public String toString() {
        return text.toString();
    }

    /** The flat form of a text. */
    public static String of(String text) {
        var flat = new FlatText();
        Pieces.each(text, flat::add);
        return flat.toString();
    }

    /**
     * What a flat text contains where these pieces follow each other.
     *
     * @param open whether a word at the end may go on
     */
    public static String pattern(List<? extends Piece> pieces, boolean open) {
        var flat = new FlatText();
        pieces.forEach(flat::add);
        var pattern = flat.toString();
        boolean wordFirst = pieces.get(0) instanceof Piece.Word;
        boolean wordLast = pieces.get(pieces.size() - 1) instanceof Piece.Word;
        return pattern.substring(wordFirst ? 0 : 1, pattern.length() - (wordLast && !open ? 0 : 1));
    }
}
