package dev.lede.markdown.text;

import com.ibm.icu.text.BreakIterator;

/** Where to cut a text that has no end of a sentence where one is needed. */
final class Cutting {

    /** A clause that is less than this part of what there is room for is no good place to stop. */
    private static final int LEAST_PART = 4;

    /** How far past the limit ICU looks to tell whether the last word is whole. */
    private static final int LOOKAHEAD = 64;

    private final String text;
    private final int from;
    private final int limit;

    private Cutting(String text, int from, int limit) {
        this.text = text;
        this.from = from;
        this.limit = limit;
    }

    /**
     * The best place after {@code from}, at {@code limit} at the latest: after a clause, else after a word, else after a
     * grapheme cluster. {@code limit} itself when it lies within the first cluster.
     */
    static int end(String text, int from, int limit) {
        var cutting = new Cutting(text, from, limit);
        int end = cutting.clauseEnd();
        if (end <= from) {
            end = cutting.wordEnd();
        }
        return end <= from ? cutting.graphemeEnd() : end;
    }

    private int clauseEnd() {
        int least = from + (limit - from) / LEAST_PART;
        for (int at = limit - 1; at >= least; at--) {
            if (text.charAt(at) == '\n') {
                return at;
            }
            if (Marks.isClauseMark(text, at)) {
                int end = Marks.afterClosing(text, at + 1);
                if (end <= limit && isBetweenClusters(end)) {
                    return end;
                }
            }
        }
        return from;
    }

    /** Between words of scripts without spaces as ICU's dictionary says, elsewhere at white space. */
    private int wordEnd() {
        BreakIterator words = BreakIterators.words();
        words.setText(text.substring(from, Math.min(text.length(), limit + LOOKAHEAD)));
        int end = words.isBoundary(limit - from) ? limit - from : words.preceding(limit - from);
        while (end > 0 && !isBetweenWords(from + end)) {
            end = words.previous();
        }
        return end <= 0 ? from : withoutOpening(from + end);
    }

    private boolean isBetweenWords(int at) {
        if (at >= text.length()) {
            return true;
        }
        return parts(text.codePointBefore(at)) || parts(text.codePointAt(at));
    }

    private static boolean parts(int codePoint) {
        Script script = Script.of(codePoint);
        return script == Script.SPACE || script.needsNoSpaces();
    }

    /** A quotation or bracket that was just opened is left out with what stands in it. */
    private int withoutOpening(int end) {
        int at = end;
        while (at > from && (Script.isSpace(text.charAt(at - 1)) || Marks.isOpening(text.charAt(at - 1)))) {
            at--;
        }
        return at;
    }

    /** A mark may have an accent or a variation selector after it. */
    private boolean isBetweenClusters(int at) {
        return graphemes().isBoundary(at - from);
    }

    private int graphemeEnd() {
        BreakIterator graphemes = graphemes();
        int end = graphemes.isBoundary(limit - from) ? limit - from : graphemes.preceding(limit - from);
        return end <= 0 ? from + Math.max(graphemes.following(0), 1) : from + end;
    }

    private BreakIterator graphemes() {
        BreakIterator graphemes = BreakIterators.graphemes();
        graphemes.setText(text.substring(from, Math.min(text.length(), limit + LOOKAHEAD)));
        return graphemes;
    }
}
