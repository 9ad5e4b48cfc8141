package dev.lede.markdown.text;

import com.ibm.icu.text.BreakIterator;

/**
 * The measure of summaries: a Han, Kana or Hangul character is one unit, any other word two. Beyond 100 characters a
 * "word" (an address, a blob) gains a unit with each character, lest it be as long as it likes.
 *
 * @param units how many
 * @param end where the measured part ends
 */
record Units(int units, int end) {

    private static final int UNITS_A_WORD = 2;
    private static final int LONGEST_WORD = 100;

    /** Measures from {@code from} on, up to {@code to}, or as far as it goes with {@code most} units. */
    static Units measure(String text, int from, int to, int most) {
        var meter = new Meter(most);
        int at = from;
        while (at < to) {
            int codePoint = text.codePointAt(at);
            Script script = Script.of(codePoint);
            int next = at + Character.charCount(codePoint);
            if (script == Script.SOUTH_EAST_ASIAN) {
                next = meter.wordsOf(text, at, script.endOfRun(text, at, to));
            } else if (!meter.take(script)) {
                return new Units(meter.units, at);
            }
            if (meter.isFull) {
                return new Units(meter.units, next);
            }
            at = next;
        }
        return new Units(meter.units, to);
    }

    private static final class Meter {

        private final int most;
        private int units;
        private int wordLength;
        private boolean hasLetter;
        private boolean isAfterSpace = true;
        private boolean isFull;

        Meter(int most) {
            this.most = most;
        }

        /** Whether there was room for a character of this script. */
        boolean take(Script script) {
            return switch (script) {
                case LETTER -> takeOfWord(true);
                case OTHER -> takeOfWord(false);
                case SPACE -> endWord(true);
                case IDEOGRAPH, HANGUL -> endWord(false) && add(1);
                case CJK_MARK, SOUTH_EAST_ASIAN -> endWord(false);
            };
        }

        private boolean takeOfWord(boolean isLetter) {
            wordLength++;
            if (isLetter && !hasLetter) {
                hasLetter = true;
                return add(UNITS_A_WORD);
            }
            return wordLength <= LONGEST_WORD || add(1);
        }

        /** What has no letters is a word when it stands alone between spaces, as in {@link Counts}. */
        private boolean endWord(boolean bySpace) {
            boolean isMark = wordLength > 0 && !hasLetter && isAfterSpace && bySpace;
            wordLength = 0;
            hasLetter = false;
            isAfterSpace = bySpace;
            return !isMark || add(UNITS_A_WORD);
        }

        private boolean add(int more) {
            if (units + more > most) {
                return false;
            }
            units += more;
            return true;
        }

        /** Takes as many words of the run as there is room for; where they end. */
        int wordsOf(String text, int from, int to) {
            endWord(false);
            BreakIterator words = BreakIterators.words();
            words.setText(text.substring(from, to));
            int taken = 0;
            for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
                if (words.getRuleStatus() != BreakIterator.WORD_NONE && !add(UNITS_A_WORD)) {
                    isFull = true;
                    break;
                }
                taken = end;
            }
            return from + taken;
        }
    }
}
