package dev.lede.search.query;

import dev.lede.search.text.Piece;
import dev.lede.search.text.Pieces;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands between spaces or quotation marks of what somebody typed.
 *
 * @param pieces at least one
 * @param excluded whether articles with it are not wanted
 */
record Chunk(List<Piece> pieces, boolean quoted, boolean excluded) {

    /** More of what was typed, in characters, is not looked at. */
    static final int LONGEST_QUERY = 1_000;

    /** So many chunks are looked at. */
    private static final int MOST = 32;

    private static final String OPENING = "\"“„«";
    private static final String CLOSING = "\"”“»";

    static List<Chunk> of(String query) {
        var text = query.length() > LONGEST_QUERY ? query.substring(0, end(query)) : query;
        var chunks = new ArrayList<Chunk>();
        int at = 0;
        while (at < text.length() && chunks.size() < MOST) {
            if (isSpace(text.charAt(at))) {
                at++;
                continue;
            }
            boolean excluded = text.charAt(at) == '-';
            int from = excluded ? at + 1 : at;
            int quote = from < text.length() ? OPENING.indexOf(text.charAt(from)) : -1;
            int closed = quote < 0 ? -1 : closing(text, from + 1, quote);
            at = closed >= 0 ? closed + 1 : endOfWord(text, from);
            var inside = closed >= 0 ? text.substring(from + 1, closed) : text.substring(from, at);
            var pieces = Pieces.of(inside);
            if (!pieces.isEmpty()) {
                chunks.add(new Chunk(pieces, closed >= 0, excluded));
            }
        }
        return chunks;
    }

    // Never within a surrogate pair.
    private static int end(String query) {
        return Character.isHighSurrogate(query.charAt(LONGEST_QUERY - 1)) ? LONGEST_QUERY - 1 : LONGEST_QUERY;
    }

    private static int closing(String text, int from, int quote) {
        for (int i = from; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == CLOSING.charAt(quote) || (OPENING.charAt(quote) == '„' && sign == '”')) {
                return i;
            }
        }
        return -1;
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && !isSpace(text.charAt(end)) && (end == from || !isQuote(text, end))) {
            end++;
        }
        return Math.max(end, from);
    }

    private static boolean isQuote(String text, int at) {
        return OPENING.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isSpace(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }
}
