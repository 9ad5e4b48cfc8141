package dev.lede.search.highlight;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.lede.search.query.Term;
import dev.lede.search.query.Term.Exact;
import dev.lede.search.query.Term.WordForms;
import dev.lede.search.query.TextQuery;
import dev.lede.search.text.FlatText;
import dev.lede.search.text.Piece;
import dev.lede.search.text.Pieces;
import dev.lede.search.token.Language;
import dev.lede.search.token.Stemmer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what was searched for in original texts. For one query and one language; not thread-safe. */
final class Finder {

    private final List<Term> terms;
    private final Stemmer stemmer;
    private final BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);

    Finder(TextQuery query, Language language) {
        var telling = query.terms().stream().filter(term -> !term.ignorable()).toList();
        this.terms = telling.isEmpty() ? query.terms() : telling;
        this.stemmer = new Stemmer(language);
    }

    /** Ascending, those that touch or overlap as one. */
    List<Span> in(String text) {
        var pieces = Pieces.of(text);
        var found = new ArrayList<Span>();
        for (var term : terms) {
            if (term.forms() instanceof WordForms word) {
                words(pieces, word, found);
            } else {
                exact(pieces, (Exact) term.forms(), found);
            }
        }
        clusters.setText(text);
        found.replaceAll(span -> whole(text, span));
        return merged(text, found);
    }

    /** With all of the grapheme clusters that it begins and ends in, such as flags. */
    private Span whole(String text, Span span) {
        return new Span(
                isBoundary(text, span.start()) ? span.start() : clusters.preceding(span.start()),
                isBoundary(text, span.end()) ? span.end() : clusters.following(span.end()));
    }

    private boolean isBoundary(String text, int at) {
        return at == 0
                || at == text.length()
                || (isPlain(text.charAt(at - 1)) && isPlain(text.charAt(at)))
                || clusters.isBoundary(at);
    }

    /** Of two such characters side by side each is a cluster of its own, by UAX 29. */
    private static boolean isPlain(char character) {
        return (character >= ' ' && character < 0x300) || (character >= 0x3400 && character <= 0x9FFF);
    }

    private void words(List<Piece> pieces, WordForms form, List<Span> found) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Piece.Word word) {
                if (is(word, form)) {
                    found.add(new Span(word.start(), word.end()));
                } else if (i > 0 && isJoined(pieces.get(i - 1), word, form.text())) {
                    found.add(new Span(pieces.get(i - 1).start(), word.end()));
                }
            }
        }
    }

    private static boolean isJoined(Piece before, Piece.Word word, String whole) {
        return word.joint() != 0 && whole.equals(before.text() + word.text());
    }

    private boolean is(Piece.Word word, WordForms form) {
        return form.equals().contains(word.text())
                || (form.prefix() && word.text().startsWith(form.text()))
                || word.parts().stream().anyMatch(part -> form.equals().contains(part))
                || (form.beginsLike(word.text()) && form.equals().contains(stemmer.stem(word.written())));
    }

    private static void exact(List<Piece> pieces, Exact exact, List<Span> found) {
        var pattern = exact.pattern().strip();
        var whole = pattern.replace(" ", "");
        for (int first = 0; first < pieces.size(); first++) {
            if (exact.length() > 1
                    && pieces.get(first) instanceof Piece.Word word
                    && word.text().equals(whole)) {
                // As email, where e-mail was typed.
                found.add(new Span(word.start(), word.end()));
            }
            int last = first + exact.length() - 1;
            // A quick look at the first before the text of all is put together.
            if (last < pieces.size()
                    && (exact.cut() || pattern.startsWith(pieces.get(first).text()))
                    && matches(pieces.subList(first, last + 1), exact, pattern)) {
                found.add(new Span(pieces.get(first).start(), pieces.get(last).end()));
            }
        }
    }

    private static boolean matches(List<Piece> some, Exact exact, String pattern) {
        var flat = FlatText.pattern(some, false);
        if (exact.cut()) {
            return flat.contains(pattern);
        }
        var text = flat.strip();
        return text.equals(pattern) || (!exact.pattern().endsWith(" ") && text.startsWith(pattern));
    }

    /** Those that touch, or have nothing but a space or a joint between them, as one. */
    private static List<Span> merged(String text, List<Span> found) {
        found.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        var merged = new ArrayList<Span>();
        for (var span : found) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && (span.start() <= last.end() || isGap(text, last.end(), span.start()))) {
                merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static boolean isGap(String text, int from, int to) {
        return to - from == 1 && text.charAt(from) == ' ';
    }
}
