package dev.lede.markdown.text;

import com.ibm.icu.text.BreakIterator;
import java.util.Set;

/**
 * The sentences of one block, one after the other. ICU's breaks, with what it does not know: an ellipsis or a full-width
 * semicolon ends a sentence; initials, ordinals and bare numbers do not; quotation marks and brackets stay with what they
 * enclose. Not thread-safe.
 */
final class Sentences {

    static final int DONE = -1;

    /** Languages that write ordinals with a full stop: "am 3. Oktober". */
    private static final Set<String> WITH_DOTTED_ORDINALS = Set.of(
            "bs", "cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr",
            "tr");

    private static final int LONGEST_ORDINAL = 2;

    private final String text;
    private final boolean dottedOrdinals;
    private final BreakIterator breaks;
    private final StraightQuotes quotes;
    private int start;
    private int letter = -1;
    private int sought;
    private int pending;

    Sentences(String text, String language) {
        this.text = text;
        this.dottedOrdinals = WITH_DOTTED_ORDINALS.contains(primary(language));
        this.breaks = BreakIterators.sentences(language);
        this.breaks.setText(text);
        this.quotes = new StraightQuotes(text);
    }

    /** Where the next sentence ends, white space after it included, or {@link #DONE}. */
    int next() {
        if (start >= text.length()) {
            return DONE;
        }
        if (pending <= start) {
            pending = nextBreak();
        }
        int end = innerEnd();
        start = end;
        return end;
    }

    private static String primary(String language) {
        int hyphen = language.indexOf('-');
        return hyphen < 0 ? language : language.substring(0, hyphen);
    }

    private int nextBreak() {
        int end = breaks.next();
        while (end != BreakIterator.DONE && end < text.length()) {
            int moved = beforeOpening(end);
            if (moved > start && isEnd(moved)) {
                return moved;
            }
            end = breaks.next();
        }
        return text.length();
    }

    /** ICU leaves an opening mark that touches the stop at the end of the sentence before; it belongs to the next. */
    private int beforeOpening(int end) {
        int at = end;
        while (at > start && opens(at - 1)) {
            at--;
        }
        return at;
    }

    private boolean opens(int at) {
        char mark = text.charAt(at);
        return mark == '"' ? quotes.opensAt(at) : Marks.isOpening(mark);
    }

    private boolean isEnd(int end) {
        int last = end - 1;
        while (last > start && Script.isSpace(text.charAt(last))) {
            last--;
        }
        return hasLetterBefore(last) && !(text.charAt(last) == '.' && isDotOfNoSentence(last));
    }

    /** What has no letter, "1." or "(2)", is no sentence. Goes on where it stopped, so that each character is seen once. */
    private boolean hasLetterBefore(int end) {
        if (letter < start) {
            for (sought = Math.max(start, sought); sought < end && letter < start; sought++) {
                letter = Character.isLetter(text.codePointAt(sought)) ? sought : letter;
            }
        }
        return letter >= start && letter < end;
    }

    /** The dot of an initial ("J. Bach") or, in languages that have them, of an ordinal. */
    private boolean isDotOfNoSentence(int dot) {
        int wordStart = dot;
        while (wordStart > start && dot - wordStart <= LONGEST_ORDINAL && isLetterOrDigit(wordStart - 1)) {
            wordStart--;
        }
        int length = dot - wordStart;
        if (length == 1 && Character.isLetter(text.charAt(wordStart))) {
            return true;
        }
        return dottedOrdinals
                && length >= 1
                && length <= LONGEST_ORDINAL
                && text.substring(wordStart, dot).chars().allMatch(Character::isDigit);
    }

    private boolean isLetterOrDigit(int at) {
        return Script.of(text.charAt(at)) == Script.LETTER;
    }

    /** The first end between {@code start} and the pending one that ICU does not see. */
    private int innerEnd() {
        for (int at = start; at < pending; at++) {
            char mark = text.charAt(at);
            if (mark != '\u2026' && mark != '\uFF1B') {
                continue;
            }
            int end = at + 1;
            while (end < pending && (text.charAt(end) == mark || Marks.isStop(text.charAt(end)))) {
                end++;
            }
            at = end - 1;
            end = afterSpace(Marks.afterClosing(text, end));
            if (end < pending && hasLetterBefore(at) && (mark == '\uFF1B' || startsSentence(end))) {
                return end;
            }
        }
        return pending;
    }

    private int afterSpace(int from) {
        int at = from;
        while (at < text.length() && Script.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** After an ellipsis: a capital letter after a space, or Chinese and Japanese, which have neither. */
    private boolean startsSentence(int at) {
        int first = at;
        while (first < text.length() && (Marks.isOpening(text.charAt(first)) || text.charAt(first) == '"')) {
            first++;
        }
        if (first >= text.length()) {
            return true;
        }
        int codePoint = text.codePointAt(first);
        return Script.of(codePoint).needsNoSpaces()
                || (Script.isSpace(text.charAt(at - 1)) && !Character.isLowerCase(codePoint));
    }

    /** Straight quotation marks open and close by turns. */
    private static final class StraightQuotes {

        private final String text;
        private int counted;
        private boolean inside;

        StraightQuotes(String text) {
            this.text = text;
        }

        boolean opensAt(int at) {
            for (; counted < at; counted++) {
                inside ^= text.charAt(counted) == '"';
            }
            return !inside;
        }
    }
}
