package dev.lede.search.text;

import java.util.List;

/** A part of a text that is found by itself. */
public sealed interface Piece {

    /** What is compared, folded: a word without its diacritics, or one character of a script without spaces. */
    String text();

    /** Where it begins in the original. */
    int start();

    /** Where it ends in the original. */
    int end();

    /**
     * One character, with its marks, of a script without spaces.
     *
     * @param adjacent whether it follows the character before it, so that both may be parts of one word
     */
    record Single(String text, int start, int end, boolean adjacent) implements Piece {}

    /**
     * A word.
     *
     * @param written with its diacritics
     * @param symbol with the signs that belong to it, as in {@code c++} and {@code .net}; empty when there are none
     * @param parts of a name such as {@code camelCase} or {@code gpt4}; empty when it is one
     * @param joint what joins it to the word before it, as in {@code e-mail}; 0 when nothing does
     */
    record Word(String text, String written, String symbol, List<String> parts, char joint, int start, int end)
            implements Piece {

        public Word {
            parts = List.copyOf(parts);
        }

        /** Whether it is written with diacritics. */
        public boolean isAccented() {
            return !written.equals(text);
        }
    }
}
