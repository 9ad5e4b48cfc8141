package dev.lede.search.text;

import java.util.ArrayList;
import java.util.List;

/** A word while its characters come. Not thread-safe. */
final class WordInProgress {

    /** Longer words are no names that somebody put together. */
    private static final int LONGEST_NAME = 64;

    private enum Sort {
        UPPER,
        LOWER,
        DIGIT
    }

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder signs = new StringBuilder();
    private final List<Integer> seams = new ArrayList<>();
    private int start;
    private int end;
    private char joint;
    private boolean afterDot;
    private Sort last = Sort.LOWER;
    private int inRow;

    boolean isOpen() {
        return text.length() > 0;
    }

    boolean hasSigns() {
        return signs.length() > 0;
    }

    void open(int at, char joinedBy, boolean dotted) {
        start = at;
        joint = joinedBy;
        afterDot = dotted;
        inRow = 0;
    }

    void add(int point, int until, boolean isUpper) {
        var sort = Character.isDigit(point) ? Sort.DIGIT : isUpper ? Sort.UPPER : Sort.LOWER;
        if (inRow > 0 && text.length() < LONGEST_NAME) {
            if ((sort == Sort.UPPER && last == Sort.LOWER) || (sort == Sort.DIGIT && last != Sort.DIGIT)) {
                seams.add(text.length());
            } else if (sort == Sort.LOWER && last == Sort.UPPER && inRow > 1) {
                // The last of several capitals begins the next part: HTMLParser.
                seams.add(text.length() - 1);
            }
        }
        inRow = sort == last && inRow > 0 ? inRow + 1 : 1;
        last = sort;
        text.appendCodePoint(point);
        end = until;
    }

    /** @return false when no more signs are taken */
    boolean addSign(char sign, int until, int most) {
        if (signs.length() == most) {
            return false;
        }
        signs.append(sign);
        end = until;
        return true;
    }

    Piece.Word close(boolean withSigns) {
        var written = text.toString();
        var bare = Diacritics.strip(written);
        int signsTaken = signs.length();
        var symbol = "";
        if (withSigns && signsTaken > 0) {
            symbol = bare + signs;
        } else if (afterDot && Character.isLetter(written.codePointAt(0))) {
            symbol = "." + bare;
        }
        var word =
                new Piece.Word(bare, written, symbol, parts(written), joint, start, withSigns ? end : end - signsTaken);
        text.setLength(0);
        signs.setLength(0);
        seams.clear();
        return word;
    }

    private List<String> parts(String written) {
        if (seams.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<String>();
        int from = 0;
        for (int seam : seams) {
            if (seam > from) {
                parts.add(Diacritics.strip(written.substring(from, seam)));
                from = seam;
            }
        }
        parts.add(Diacritics.strip(written.substring(from)));
        return parts.size() > 1 ? parts : List.of();
    }
}
