package dev.lede.search.query;

import dev.lede.search.token.Needs;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that an article must have.
 *
 * @param forms how it may stand in a flat text
 * @param needs the tokens that go with it
 * @param proof what is asked of the text, where the tokens alone say too little
 * @param ignorable a word that says little by itself
 */
public record Term(Forms forms, Needs needs, Optional<Proof> proof, boolean ignorable) {

    /**
     * How a text is looked at.
     *
     * @param pattern must stand in the flat text
     * @param unless tokens with which it need not be looked at
     */
    public record Proof(String pattern, Optional<Needs> unless) {
        /** That it stands just so. */
        static Proof of(String pattern) {
            return new Proof(pattern, Optional.empty());
        }
    }

    /** How a term may stand in a flat text. */
    public sealed interface Forms {}

    /**
     * A word, or another form of it.
     *
     * @param text as it was typed, folded
     * @param written with its diacritics
     * @param equals the word and its stems: a word that is one of them, or whose stem is, is this word
     * @param prefix whether it may go on
     */
    public record WordForms(String text, String written, Set<String> equals, boolean prefix) implements Forms {

        /** In characters: what two forms of one word have in common at the least. */
        private static final int COMMON = 2;

        /** How a word begins that may be another form of this one: to be looked at before its stem is. */
        public Set<String> beginnings() {
            return equals.stream().map(WordForms::beginning).collect(Collectors.toSet());
        }

        /** Whether a word may be another form of this one. */
        public boolean beginsLike(String word) {
            return equals.stream().anyMatch(form -> word.startsWith(beginning(form)));
        }

        private static String beginning(String form) {
            return form.substring(
                    0, form.offsetByCodePoints(0, Math.min(COMMON, form.codePointCount(0, form.length()))));
        }
    }

    /**
     * Just so.
     *
     * @param pattern for {@code contains}
     * @param length in characters or words
     * @param cut whether words at its ends may be parts of longer ones
     */
    public record Exact(String pattern, int length, boolean cut) implements Forms {}
}
