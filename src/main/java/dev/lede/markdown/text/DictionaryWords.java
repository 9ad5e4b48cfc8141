package dev.lede.markdown.text;

import com.ibm.icu.text.BreakIterator;

/** Words of scripts that write them together, told apart by ICU's dictionaries. */
final class DictionaryWords {

    private DictionaryWords() {}

    /** Where the run of such a script that begins at {@code from} ends, at {@code limit} at the latest. */
    static int endOfRun(String text, int from, int limit) {
        int end = from;
        while (end < limit && Script.of(text.codePointAt(end)) == Script.SOUTH_EAST_ASIAN) {
            end += Character.charCount(text.codePointAt(end));
        }
        return Math.min(end, limit);
    }

    static int count(String run) {
        BreakIterator words = BreakIterators.words();
        words.setText(run);
        int count = 0;
        while (words.next() != BreakIterator.DONE) {
            if (words.getRuleStatus() != BreakIterator.WORD_NONE) {
                count++;
            }
        }
        return count;
    }
}
