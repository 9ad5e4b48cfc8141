package dev.lede.markdown.text;

import com.ibm.icu.text.BreakIterator;

/**
 * How much there is to read.
 *
 * @param ideographs Han and Kana characters, each a word
 * @param otherWords Thai, Lao, Khmer and Burmese words as ICU tells them apart, all others at white space
 */
public record Counts(int ideographs, int otherWords) {

    private static final int IDEOGRAPHS_A_MINUTE = 501;
    private static final int WORDS_A_MINUTE = 213;

    /** Counts a text. */
    public static Counts of(String text) {
        var counter = new Counter(text);
        return new Counts(counter.ideographs, counter.words);
    }

    public int words() {
        return ideographs + otherWords;
    }

    /** Minutes, rounded up; 0 without words. */
    public int readingTime() {
        long parts = (long) ideographs * WORDS_A_MINUTE + (long) otherWords * IDEOGRAPHS_A_MINUTE;
        long minute = (long) IDEOGRAPHS_A_MINUTE * WORDS_A_MINUTE;
        return (int) ((parts + minute - 1) / minute);
    }

    private static final class Counter {

        private final String text;
        private int ideographs;
        private int words;

        Counter(String text) {
            this.text = text;
            int at = 0;
            while (at < text.length()) {
                int end = endOfToken(at);
                if (end > at) {
                    countToken(at, end);
                }
                at = end + 1;
            }
        }

        private int endOfToken(int from) {
            int end = from;
            while (end < text.length() && !Script.isSpace(text.charAt(end))) {
                end++;
            }
            return end;
        }

        /**
         * Between spaces anything is a word, even a lone dash, as Hugo has it; but what touches a script without spaces
         * is one only when it has a letter or digit.
         */
        private void countToken(int start, int end) {
            boolean spaced = true;
            boolean letters = false;
            int at = start;
            while (at < end) {
                Script script = Script.of(text.codePointAt(at));
                if (script.needsNoSpaces()) {
                    spaced = false;
                    words += letters ? 1 : 0;
                    letters = false;
                    at = countUnspaced(script, at, end);
                } else {
                    letters |= script == Script.LETTER || script == Script.HANGUL;
                    at += Character.charCount(text.codePointAt(at));
                }
            }
            words += spaced || letters ? 1 : 0;
        }

        private int countUnspaced(Script script, int at, int end) {
            if (script == Script.SOUTH_EAST_ASIAN) {
                int runEnd = script.endOfRun(text, at, end);
                words += dictionaryWords(text.substring(at, runEnd));
                return runEnd;
            }
            ideographs += script == Script.IDEOGRAPH ? 1 : 0;
            return at + Character.charCount(text.codePointAt(at));
        }

        private static int dictionaryWords(String run) {
            BreakIterator breaks = BreakIterators.words();
            breaks.setText(run);
            int count = 0;
            while (breaks.next() != BreakIterator.DONE) {
                count += breaks.getRuleStatus() == BreakIterator.WORD_NONE ? 0 : 1;
            }
            return count;
        }
    }
}
