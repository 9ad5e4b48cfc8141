package dev.lede.markdown;

import dev.lede.markdown.text.Beginning;

/** Cuts plain text to a length. */
public final class TextCut {

    private TextCut() {}

    /**
     * At most so many grapheme clusters of a text, its white space folded: up to the end of a sentence, else of a clause,
     * else of a word, else of a cluster. Nothing is added. Never empty when the text is not blank.
     *
     * @param text lines are blocks; a block's end is a sentence's end when it has a full stop or the like
     * @param maxGraphemes 1 or more
     * @param language BCP 47
     */
    public static Cut cut(String text, int maxGraphemes, String language) {
        if (maxGraphemes < 1) {
            throw new IllegalArgumentException("A cut keeps at least 1 grapheme cluster, not " + maxGraphemes);
        }
        var beginning = Beginning.of(text, maxGraphemes, language);
        return new Cut(beginning.text(), beginning.truncated());
    }
}
