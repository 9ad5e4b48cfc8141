package dev.lede.search.spelling;

import dev.lede.search.token.Needs.Group;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for a word of the corpus that is nearly the one that was typed. Every word that differs in one letter is looked up;
 * one that differs in two, and only for long words, is looked for in some texts with words that begin nearly alike.
 */
final class NearWords {

    private static final int ONE_ERROR = 4;
    private static final int TWO_ERRORS = 8;
    private static final int LONGEST = 40;

    /** In characters: what is looked up of the beginning of a long word. */
    private static final int BEGINNING = 5;

    private final Vocabulary vocabulary;
    private final Texts texts;

    NearWords(Vocabulary vocabulary, Texts texts) {
        this.vocabulary = vocabulary;
        this.texts = texts;
    }

    Optional<String> to(String word) {
        int length = word.codePointCount(0, word.length());
        if (length < ONE_ERROR || length > LONGEST) {
            return Optional.empty();
        }
        var votes = new Votes();
        vocabulary.words(Neighbours.of(word)).forEach((near, count) -> votes.add(near, 1, count));
        return votes.winner().or(() -> length < TWO_ERRORS ? Optional.empty() : withTwoErrors(word));
    }

    private Optional<String> withTwoErrors(String word) {
        var beginning = word.substring(0, word.offsetByCodePoints(0, BEGINNING));
        var near = Neighbours.of(beginning);
        near.add(beginning);
        var known = vocabulary.beginnings(near);
        return known.isEmpty() ? Optional.empty() : among(known, word);
    }

    private Optional<String> among(Set<String> beginnings, String word) {
        var votes = new Votes();
        var any = new Group();
        beginnings.forEach(any::prefix);
        for (var text : texts.with(List.of(any))) {
            for (int at = 0; at < text.length(); ) {
                int end = text.indexOf(' ', at);
                end = end < 0 ? text.length() : end;
                if (Math.abs(end - at - word.length()) <= 2) {
                    var found = text.substring(at, end);
                    int distance = Distance.of(word, found, 2);
                    if (distance <= 2) {
                        votes.add(found, distance, 1);
                    }
                }
                at = end + 1;
            }
        }
        return votes.winner();
    }
}
