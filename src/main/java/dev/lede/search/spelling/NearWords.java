package dev.lede.search.spelling;

import dev.lede.search.token.Needs.Group;
import java.util.List;
import java.util.Optional;

/** Looks for a word of the corpus that is nearly the one that was typed, among those that begin nearly alike. */
final class NearWords {

    private static final int ONE_ERROR = 4;
    private static final int TWO_ERRORS = 8;
    private static final int LONGEST = 40;
    private static final int LONGEST_BEGINNING = 4;
    private static final int FIRST_LETTERS = 3;

    private final Texts texts;

    NearWords(Texts texts) {
        this.texts = texts;
    }

    Optional<String> to(String word) {
        int length = word.codePointCount(0, word.length());
        if (length < ONE_ERROR || length > LONGEST) {
            return Optional.empty();
        }
        int errors = length >= TWO_ERRORS ? 2 : 1;
        for (int beginning = LONGEST_BEGINNING; beginning > 0; beginning--) {
            var prefix = word.substring(0, word.offsetByCodePoints(0, beginning));
            var near = among(List.of(new Group().prefix(prefix).word(prefix)), word, errors);
            if (near.isPresent()) {
                return near;
            }
        }
        var others = new Group();
        var rest = word.substring(1, Math.min(word.length(), FIRST_LETTERS + 1));
        for (char first = 'a'; first <= 'z'; first++) {
            others.prefix(first + rest);
        }
        return among(List.of(others), word, errors);
    }

    private Optional<String> among(List<Group> needs, String word, int errors) {
        var votes = new Votes();
        for (var text : texts.with(needs)) {
            int at = 0;
            while (at < text.length()) {
                int end = text.indexOf(' ', at);
                end = end < 0 ? text.length() : end;
                if (Math.abs(end - at - word.length()) <= errors) {
                    var found = text.substring(at, end);
                    int distance = Distance.of(word, found, errors);
                    if (distance <= errors) {
                        votes.add(found, distance);
                    }
                }
                at = end + 1;
            }
        }
        return votes.winner();
    }
}
