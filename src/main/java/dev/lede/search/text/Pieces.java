package dev.lede.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes text apart into {@link Piece}s, in their order, without ever holding more than one. For one text; not thread-safe. */
public final class Pieces {

    /** What stands between the words of one name. */
    private static final String JOINTS = "-_.@/:'’&+·";

    private static final int MOST_SIGNS = 2;

    /** Of each character of the BMP that was a piece by itself its text: a document has thousands of them. */
    private static final @Nullable String[] SINGLES = new String[Character.MAX_VALUE + 1];

    private final Consumer<Piece> sink;
    private final WordInProgress word = new WordInProgress();
    private final StringBuilder single = new StringBuilder();
    private int singleStart;
    private int singleEnd;
    private boolean singleAdjacent;

    /** What has come since the last piece. */
    private final Gap gap = new Gap();

    private boolean lastIsWord;
    private int lastPoint;

    private Pieces(Consumer<Piece> sink) {
        this.sink = sink;
    }

    /** Gives the pieces of a text to whoever takes them. */
    public static void each(String text, Consumer<Piece> sink) {
        var pieces = new Pieces(sink);
        Folding.fold(text, pieces::take);
        pieces.close();
    }

    /** All pieces of a text, for short ones. */
    public static List<Piece> of(String text) {
        var pieces = new ArrayList<Piece>();
        each(text, pieces::add);
        return pieces;
    }

    private void take(int point, int start, int end, boolean isUpper) {
        if (isMark(point)) {
            mark(point, end);
        } else if (Unspaced.contains(point)) {
            close();
            begin(point, start, end);
        } else if (Character.isLetterOrDigit(point) || Character.getType(point) == Character.LETTER_NUMBER) {
            closeSingle();
            if (word.hasSigns()) {
                // As in a+b: the sign joins.
                sink.accept(word.close(false));
                lastIsWord = true;
                gap.reset();
                gap.sign('+');
            }
            if (!word.isOpen()) {
                word.open(start, lastIsWord ? gap.joint() : 0, gap.isDot());
            }
            word.add(point, end, isUpper);
        } else {
            separator(point, end);
        }
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private void mark(int point, int end) {
        if (single.length() > 0) {
            single.appendCodePoint(point);
            singleEnd = end;
        } else if (word.isOpen() && !word.hasSigns()) {
            word.add(point, end, false);
        }
    }

    private void begin(int point, int start, int end) {
        singleAdjacent = !lastIsWord
                && (gap.isNone()
                        || (gap.isBlank() && Unspaced.ignoresSpace(lastPoint) && Unspaced.ignoresSpace(point)));
        single.appendCodePoint(point);
        singleStart = start;
        singleEnd = end;
        lastPoint = point;
    }

    private void separator(int point, int end) {
        closeSingle();
        if (word.isOpen() && (point == '+' || point == '#') && word.addSign((char) point, end, MOST_SIGNS)) {
            return;
        }
        closeWord();
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            gap.space(point == '\n');
        } else {
            gap.sign(point < 0x10000 && JOINTS.indexOf(point) >= 0 ? (char) point : 0);
        }
    }

    private void close() {
        closeSingle();
        closeWord();
    }

    private void closeSingle() {
        if (single.length() > 0) {
            sink.accept(new Piece.Single(text(single), singleStart, singleEnd, singleAdjacent));
            single.setLength(0);
            lastIsWord = false;
            gap.reset();
        }
    }

    private static String text(CharSequence single) {
        if (single.length() > 1) {
            return single.toString();
        }
        char character = single.charAt(0);
        var known = SINGLES[character];
        if (known == null) {
            known = String.valueOf(character);
            SINGLES[character] = known;
        }
        return known;
    }

    private void closeWord() {
        if (word.isOpen()) {
            sink.accept(word.close(true));
            lastIsWord = true;
            gap.reset();
        }
    }

    /** What stands between two pieces. */
    private static final class Gap {

        private boolean begins = true;
        private boolean isLined;
        private boolean isSpaced;
        private int signs;
        private int signsSinceSpace;
        private char last;

        void reset() {
            begins = false;
            isLined = false;
            isSpaced = false;
            signs = 0;
            signsSinceSpace = 0;
            last = 0;
        }

        void space(boolean isLine) {
            isSpaced = true;
            isLined |= isLine;
            signsSinceSpace = 0;
            last = 0;
        }

        void sign(char joint) {
            signs++;
            signsSinceSpace++;
            last = joint;
        }

        boolean isNone() {
            return !begins && !isSpaced && signs == 0;
        }

        /** Nothing but spaces within a line. */
        boolean isBlank() {
            return !begins && !isLined && signs == 0;
        }

        /** The one sign that joins what is on both sides of it; 0 for none. */
        char joint() {
            return !isSpaced && signs == 1 ? last : 0;
        }

        /** One dot right before what comes. */
        boolean isDot() {
            return last == '.' && signsSinceSpace == 1;
        }
    }
}
