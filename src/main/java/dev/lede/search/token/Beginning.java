package dev.lede.search.token;

import java.util.function.Consumer;

/**
 * How words begin, of what stands for it in an article: of most lengths a beginning is a token, and of the others a shorter
 * one is, and the text decides. The longer they are, the more of them are in every article, and the fewer articles have each.
 */
public final class Beginning {

    /** In characters, ascending. */
    private static final int[] LENGTHS = {1, 2, 3, 4, 6};

    private Beginning() {}

    /** Those of a word that are tokens, all shorter than the word. */
    static void each(String word, Consumer<String> sink) {
        int characters = 0;
        int end = 0;
        for (int length : LENGTHS) {
            while (characters < length && end < word.length()) {
                end = word.offsetByCodePoints(end, 1);
                characters++;
            }
            if (end == word.length()) {
                return;
            }
            sink.accept(word.substring(0, end));
        }
    }

    /** As much of a beginning, which is not empty, as is a token. */
    static String known(String beginning) {
        int all = beginning.codePointCount(0, beginning.length());
        int known = 0;
        for (int length : LENGTHS) {
            known = length <= all ? length : known;
        }
        return beginning.substring(0, beginning.offsetByCodePoints(0, known));
    }

    /** Whether the whole of it is a token, so that no text needs to be read. */
    public static boolean isKnown(String beginning) {
        return known(beginning).length() == beginning.length();
    }
}
