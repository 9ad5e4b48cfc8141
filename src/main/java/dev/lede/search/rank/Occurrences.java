package dev.lede.search.rank;

import dev.lede.search.query.Term;
import dev.lede.search.query.Term.Exact;
import dev.lede.search.query.Term.WordForms;
import dev.lede.search.token.Language;
import dev.lede.search.token.Stemmer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds where a term stands in flat texts. Remembers words that it has seen: for one query; not thread-safe. */
final class Occurrences {

    /** More say no more. */
    private static final int MOST = 32;

    private final Term term;
    private final Set<String> beginnings = new LinkedHashSet<>();
    private final Map<String, Boolean> known = new HashMap<>();
    private final List<Stemmer> stemmers;

    Occurrences(Term term, Set<Language> languages) {
        this.term = term;
        this.stemmers = languages.stream().map(Stemmer::new).toList();
        if (term.forms() instanceof WordForms word) {
            word.beginnings().forEach(beginning -> beginnings.add(" " + beginning));
        }
    }

    Term term() {
        return term;
    }

    /** The first places, ascending. */
    List<Integer> in(String text) {
        return term.forms() instanceof WordForms word ? words(text, word) : exact(text, (Exact) term.forms());
    }

    private static List<Integer> exact(String text, Exact exact) {
        var places = new ArrayList<Integer>();
        int at = text.indexOf(exact.pattern());
        while (at >= 0 && places.size() < MOST) {
            places.add(at);
            // The space behind a word is also the one before the next.
            at = text.indexOf(exact.pattern(), at + Math.max(exact.pattern().length() - 1, 1));
        }
        return places;
    }

    private List<Integer> words(String text, WordForms word) {
        var places = new ArrayList<Integer>();
        for (var beginning : beginnings) {
            int at = text.indexOf(beginning);
            while (at >= 0 && places.size() < MOST) {
                int end = text.indexOf(' ', at + 1);
                if (known.computeIfAbsent(
                        text.substring(at + 1, end < 0 ? text.length() : end), found -> is(found, word))) {
                    places.add(at);
                }
                at = end < 0 ? -1 : text.indexOf(beginning, end);
            }
        }
        if (beginnings.size() > 1) {
            places.sort(Integer::compare);
        }
        return places;
    }

    private boolean is(String found, WordForms word) {
        return word.equals().contains(found)
                || (word.prefix() && found.startsWith(word.text()))
                || stemmers.stream().anyMatch(stemmer -> word.equals().contains(stemmer.stem(found)));
    }
}
