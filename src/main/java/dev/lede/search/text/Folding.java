package dev.lede.search.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;

/**
 * Brings text into the form in which it is compared: NFKC with case folded (UAX 15 and Unicode 3.13), traditional Chinese
 * characters as simplified ones. It works from one base character with its marks to the next, so that every part of a text
 * is folded as it is in the whole, and each result has its place. Thread-safe.
 */
final class Folding {

    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    private static final int BMP = 0x10000;

    /** Each by itself, folded: 0 where nobody has asked yet, and {@link #NONE}. Any thread finds the same. */
    private static final char[] ALONE = new char[BMP];

    /** It does not become one character of the BMP. */
    private static final char NONE = 0xFFFF;

    private Folding() {}

    /** Takes folded text, one code point after the other. */
    interface Sink {
        /**
         * @param start of the characters that it comes from, in the original
         * @param end behind them
         * @param isUpper whether these are in upper case
         */
        void take(int point, int start, int end, boolean isUpper);
    }

    static void fold(String text, Sink sink) {
        int start = 0;
        while (start < text.length()) {
            int point = text.codePointAt(start);
            int end = start + Character.charCount(point);
            if (point < 0x80 && (end == text.length() || text.charAt(end) < 0x300)) {
                sink.take(point >= 'A' && point <= 'Z' ? point + 32 : point, start, end, point >= 'A' && point <= 'Z');
            } else {
                while (end < text.length() && continues(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                char alone = end - start == 1 ? alone(text.charAt(start)) : NONE;
                if (alone == NONE) {
                    foldCluster(text, start, end, sink);
                } else {
                    sink.take(alone, start, end, Character.isUpperCase(point));
                }
            }
            start = end;
        }
    }

    private static void foldCluster(String text, int start, int end, Sink sink) {
        var folded = folded(text.substring(start, end));
        boolean isUpper = Character.isUpperCase(text.codePointAt(start));
        folded.codePoints().forEach(point -> sink.take(point, start, end, isUpper));
    }

    private static char alone(char point) {
        if (ALONE[point] == 0) {
            var folded = folded(String.valueOf(point));
            ALONE[point] = folded.length() == 1 ? folded.charAt(0) : NONE;
        }
        return ALONE[point];
    }

    private static String folded(String cluster) {
        var folded = new StringBuilder();
        NFKC_CASEFOLD
                .normalize(cluster)
                .codePoints()
                .mapToObj(point -> point < BMP && isHan(point) ? simplified(point) : Character.toString(point))
                .forEach(folded::append);
        return folded.toString();
    }

    /** Whether a code point belongs to the base character before it. */
    private static boolean continues(int point) {
        if (point < 0x300 || isSyllable(point)) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            // Half-width voicing marks, vowels and finals of Hangul.
            default ->
                (point == 0xFF9E || point == 0xFF9F)
                        || (point >= 0x1160 && point <= 0x11FF)
                        || UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    /** Kana, Han and Hangul, as far as no mark lies among them. */
    private static boolean isSyllable(int point) {
        return (point >= 0x3400 && point <= 0x9FFF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0x30A1 && point <= 0x30FA)
                || (point >= 0x3041 && point <= 0x3096);
    }

    private static boolean isHan(int point) {
        return UScript.getScript(point) == UScript.HAN;
    }

    /** The same where there is no simplified one, or more than one character. */
    private static String simplified(int point) {
        var simple = SIMPLIFIED.transliterate(Character.toString(point));
        return simple.length() == 1 ? simple : Character.toString(point);
    }
}
