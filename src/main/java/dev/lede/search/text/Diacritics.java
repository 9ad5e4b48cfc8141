package dev.lede.search.text;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.Map;

/** The marks of letters that are read without them as well. */
public final class Diacritics {

    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    /** Letters whose strokes Unicode does not take apart. */
    private static final Map<Integer, String> STROKES = Map.of(
            0xF8, "o", 0x111, "d", 0x142, "l", 0x131, "i", 0xE6, "ae", 0x153, "oe", 0x127, "h", 0xF0, "d", 0xFE, "th");

    private Diacritics() {}

    /** A folded word without the diacritics of alphabets that are read without them as well. */
    public static String strip(String word) {
        if (isAscii(word)) {
            return word;
        }
        var bare = new StringBuilder(word.length());
        boolean strips = false;
        for (int i = 0; i < word.length(); ) {
            int point = word.codePointAt(i);
            i += Character.charCount(point);
            int base = point;
            if (!isMark(point)) {
                var parts = NFD.getDecomposition(point);
                base = parts == null ? point : parts.codePointAt(0);
                strips = losesMarks(base);
            }
            if (!strips) {
                bare.appendCodePoint(point);
            } else if (!isMark(point)) {
                bare.append(STROKES.getOrDefault(base, Character.toString(base)));
            }
        }
        return bare.toString();
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMark(int point) {
        return Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static boolean losesMarks(int base) {
        return switch (UScript.getScript(base)) {
            case UScript.LATIN, UScript.GREEK, UScript.CYRILLIC, UScript.HEBREW, UScript.ARABIC -> true;
            default -> false;
        };
    }
}
