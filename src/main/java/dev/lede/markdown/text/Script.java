package dev.lede.markdown.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;

/** What a character is when words are told apart. */
enum Script {
    SPACE,
    /** Han and Kana: a word of its own. */
    IDEOGRAPH,
    HANGUL,
    /** Thai, Lao, Khmer, Burmese: words stand together without spaces. */
    SOUTH_EAST_ASIAN,
    /** Punctuation and symbols of Chinese, Japanese and Korean writing. */
    CJK_MARK,
    /** Letters, digits of every other script. */
    LETTER,
    /** Everything else: punctuation, symbols, combining marks. */
    OTHER;

    private static final int FIRST_SOUTH_EAST_ASIAN = 0x0E00;
    private static final int FIRST_EAST_ASIAN = 0x2E80;

    static Script of(int codePoint) {
        if (isSpace(codePoint)) {
            return SPACE;
        }
        if (codePoint < FIRST_SOUTH_EAST_ASIAN) {
            return Character.isLetterOrDigit(codePoint) ? LETTER : OTHER;
        }
        return switch (UScript.getScript(codePoint)) {
            case UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR -> SOUTH_EAST_ASIAN;
            case UScript.HANGUL -> Character.isLetter(codePoint) ? HANGUL : OTHER;
            default -> codePoint < FIRST_EAST_ASIAN ? letterOrOther(codePoint) : eastAsianOrOther(codePoint);
        };
    }

    /** Unicode's White_Space, with no difference for those that do not break. */
    static boolean isSpace(int codePoint) {
        return codePoint < 0x80
                ? codePoint == ' ' || (codePoint >= '\t' && codePoint <= '\r')
                : UCharacter.isUWhiteSpace(codePoint);
    }

    /** Written without spaces between words. */
    boolean needsNoSpaces() {
        return this == IDEOGRAPH || this == CJK_MARK || this == SOUTH_EAST_ASIAN;
    }

    /** Where the run of this script that begins at {@code from} ends, at {@code limit} at the latest. */
    int endOfRun(String text, int from, int limit) {
        int end = from;
        while (end < limit && of(text.codePointAt(end)) == this) {
            end += Character.charCount(text.codePointAt(end));
        }
        return Math.min(end, limit);
    }

    private static Script letterOrOther(int codePoint) {
        return Character.isLetterOrDigit(codePoint) ? LETTER : OTHER;
    }

    private static Script eastAsianOrOther(int codePoint) {
        // By extensions, so that the marks of length and repetition (ー 々 〇), which several scripts share, count.
        if (UCharacter.isLetter(codePoint) || UCharacter.getType(codePoint) == Character.LETTER_NUMBER) {
            return UScript.hasScript(codePoint, UScript.HAN)
                            || UScript.hasScript(codePoint, UScript.HIRAGANA)
                            || UScript.hasScript(codePoint, UScript.KATAKANA)
                    ? IDEOGRAPH
                    : LETTER;
        }
        if (Character.isDigit(codePoint)) {
            return LETTER;
        }
        return isCjkMark(codePoint) ? CJK_MARK : OTHER;
    }

    /** CJK Symbols and Punctuation, CJK Compatibility Forms, and the full and half width forms of punctuation. */
    private static boolean isCjkMark(int codePoint) {
        return (codePoint >= 0x3000 && codePoint <= 0x303F)
                || codePoint == 0x30FB
                || (codePoint >= 0xFE30 && codePoint <= 0xFE4F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF65);
    }
}
