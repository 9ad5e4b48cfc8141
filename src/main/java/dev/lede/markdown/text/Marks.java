package dev.lede.markdown.text;

/** Punctuation that tells where text may be cut. */
final class Marks {

    private static final String STOPS =
            ".!?\u2026\u3002\uFF01\uFF1F\uFF1B\uFF0E\uFF61\u061F\u06D4\u0964\u0965\u1362\u104B";

    /** Clause marks that may stand before a letter, and, after them, those that end a clause only before white space. */
    private static final String CLAUSE_MARKS = "\uFF0C\u3001\uFF1A\uFF1B\uFF64\u2014\u060C\u061B";

    private static final String SPACED_CLAUSE_MARKS = ",;:\u2013";

    private Marks() {}

    static boolean isStop(int codePoint) {
        return STOPS.indexOf(codePoint) >= 0;
    }

    /** Whether a clause ends with the mark at {@code at}. */
    static boolean isClauseMark(String text, int at) {
        char mark = text.charAt(at);
        if (CLAUSE_MARKS.indexOf(mark) >= 0) {
            return true;
        }
        boolean beforeSpace = at + 1 < text.length() && Script.isSpace(text.charAt(at + 1));
        return beforeSpace && SPACED_CLAUSE_MARKS.indexOf(mark) >= 0;
    }

    /** Quotation marks and brackets that open. Quotation marks that close in German and open in English are among them. */
    static boolean isOpening(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION;
    }

    static boolean isClosing(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.END_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || codePoint == '"'
                || codePoint == '\'';
    }

    /** Where the closing marks that begin at {@code from} end. */
    static int afterClosing(String text, int from) {
        int at = from;
        while (at < text.length() && isClosing(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether the text ends as a sentence does. */
    static boolean endsWithStop(CharSequence text) {
        int last = text.length() - 1;
        while (last >= 0 && (isClosing(text.charAt(last)) || Script.isSpace(text.charAt(last)))) {
            last--;
        }
        return last >= 0 && isStop(text.charAt(last));
    }
}
