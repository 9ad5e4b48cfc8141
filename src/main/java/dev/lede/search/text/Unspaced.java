package dev.lede.search.text;

import com.ibm.icu.lang.UScript;

/** The scripts that are written without spaces between words, or whose words are looked for by their inner parts. */
final class Unspaced {

    private static final int PROLONGED_SOUND = 0x30FC;
    private static final int ITERATION = 0x3005;
    private static final int CLOSING = 0x3006;
    private static final int ZERO = 0x3007;

    private Unspaced() {}

    /** Whether a character is found by itself: Chinese, Japanese, Korean, Thai and the like, and pictures such as emoji. */
    static boolean contains(int point) {
        if (point < 0x0E00) {
            return point >= 0xA9 && Character.getType(point) == Character.OTHER_SYMBOL;
        }
        if (point == PROLONGED_SOUND || point == ITERATION || point == CLOSING || point == ZERO) {
            return true;
        }
        return switch (UScript.getScript(point)) {
            case UScript.HAN,
                    UScript.HIRAGANA,
                    UScript.KATAKANA,
                    UScript.HANGUL,
                    UScript.BOPOMOFO,
                    UScript.YI,
                    UScript.THAI,
                    UScript.LAO,
                    UScript.KHMER,
                    UScript.MYANMAR -> Character.isLetterOrDigit(point);
            default -> Character.getType(point) == Character.OTHER_SYMBOL;
        };
    }

    /** Whether white space between two of these characters means nothing: a line of Chinese may break anywhere. */
    static boolean ignoresSpace(int point) {
        return switch (UScript.getScript(point)) {
            case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.BOPOMOFO -> true;
            default -> false;
        };
    }
}
