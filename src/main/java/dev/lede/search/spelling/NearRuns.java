package dev.lede.search.spelling;

import dev.lede.search.text.Piece;
import dev.lede.search.token.Needs.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks for characters that follow each other in the corpus and differ in one from those that were typed. */
final class NearRuns {

    /** In characters. */
    private static final int SHORTEST = 2;

    private static final int LONGEST = 12;

    private final Texts texts;

    NearRuns(Texts texts) {
        this.texts = texts;
    }

    Optional<String> to(List<Piece> run) {
        if (run.size() < SHORTEST || run.size() > LONGEST) {
            return Optional.empty();
        }
        var votes = new Votes();
        for (int i = 0; i < run.size(); i++) {
            var left = run.subList(0, i);
            var right = run.subList(i + 1, run.size());
            var needs = new ArrayList<Group>();
            needs(left, needs);
            needs(right, needs);
            // One that is wrong or missing, and for longer ones one too many.
            var between = run.size() > SHORTEST ? "\\p{L}?" : "\\p{L}";
            var pattern = Pattern.compile(Pattern.quote(text(left)) + between + Pattern.quote(text(right)));
            for (var text : texts.with(needs)) {
                var found = pattern.matcher(text);
                while (found.find()) {
                    votes.add(found.group(), 1, 1);
                }
            }
        }
        return votes.winner();
    }

    private static void needs(List<Piece> part, List<Group> needs) {
        if (part.size() == 1) {
            needs.add(new Group().single(part.get(0).text()));
        }
        for (int i = 1; i < part.size(); i++) {
            needs.add(new Group().pair(part.get(i - 1).text(), part.get(i).text()));
        }
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
