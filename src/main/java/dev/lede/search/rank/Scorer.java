package dev.lede.search.rank;

import dev.lede.search.query.Term;
import dev.lede.search.query.Term.Exact;
import dev.lede.search.query.Term.WordForms;
import dev.lede.search.query.TextQuery;
import dev.lede.search.token.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How well an article fits. For each term its best field counts most, and each field less the longer it is and the rarer
 * the term in it, in the manner of BM25; then what stands together as it was typed, words with just these diacritics, and a
 * little for being recent. Of the article and the query alone: the same every time. For one query; not thread-safe.
 */
public final class Scorer {

    private static final double TITLE = 16;
    private static final double TAGS = 7;
    private static final double SUMMARY = 4;
    private static final double BODY = 3;
    private static final double WHOLE_TITLE = 10;
    private static final double TOGETHER_IN_TITLE = 6;
    private static final double TOGETHER_IN_BODY = 2;
    private static final double AS_WRITTEN = 1;
    private static final double A_YEAR = 0.02;
    private static final int FIRST_YEAR = 1990;

    /** Usual lengths, in flat characters; of a body in words and characters. */
    private static final int USUAL_TITLE = 40;

    private static final int USUAL_BODY = 800;

    private static final double SATURATION = 1.2;

    /** Words that stand further from each other than this, in flat characters, are not together. */
    private static final int NEAR = 60;

    private final TextQuery query;
    private final List<Occurrences> terms;
    private final Map<String, Set<String>> accentedOf = new HashMap<>();

    public Scorer(TextQuery query, Set<Language> languages) {
        this.query = query;
        this.terms = query.terms().stream()
                .map(term -> new Occurrences(term, languages))
                .toList();
    }

    /** Above 0, in thousandths. */
    public int score(Scored article) {
        double score = 0;
        double weights = 0;
        var places = new ArrayList<List<Integer>>();
        for (var term : terms) {
            var body = term.in(article.body());
            places.add(body);
            double weight = weight(term.term());
            weights += weight;
            score += weight * of(term, article, body);
        }
        score /= Math.max(weights, 1e-9);
        score += together(article, places) + asWritten(article) + recent(article);
        return Math.max(1, (int) Math.round(score * 1_000));
    }

    private static double of(Occurrences term, Scored article, List<Integer> body) {
        double title = TITLE
                * saturated(term.in(article.title()).size() * 2, article.title().length(), USUAL_TITLE);
        double tags = TAGS * saturated(term.in(article.tags()).size() * 2, 1, 1);
        double summary = SUMMARY * saturated(term.in(article.summary()).size(), 1, 1);
        double inBody = BODY * saturated(body.size(), article.size(), USUAL_BODY);
        return title + tags + summary + inBody;
    }

    private static double saturated(int times, int length, int usual) {
        double norm = 0.7 + 0.3 * Math.min(4, (double) length / usual);
        return times == 0 ? 0 : times / (times + SATURATION * norm);
    }

    private static double weight(Term term) {
        if (term.ignorable()) {
            return 0.1;
        }
        int length = term.forms() instanceof Exact exact
                ? 2 * exact.length()
                : ((WordForms) term.forms()).text().length();
        return 0.4 + 0.6 * Math.min(1, length / 8.0);
    }

    private double together(Scored article, List<List<Integer>> places) {
        var flat = query.flat();
        var inner = flat.strip();
        double score = article.title().equals(flat) ? WHOLE_TITLE : 0;
        if (terms.size() < 2) {
            return score;
        }
        if (article.title().contains(inner)) {
            score += TOGETHER_IN_TITLE;
        }
        if (article.body().contains(inner) || article.summary().contains(inner)) {
            return score + TOGETHER_IN_BODY;
        }
        double near = 0;
        for (int i = 1; i < places.size(); i++) {
            near += nearness(places.get(i - 1), places.get(i));
        }
        return score + TOGETHER_IN_BODY * 0.8 * near / (places.size() - 1);
    }

    private static double nearness(List<Integer> first, List<Integer> second) {
        int least = NEAR;
        for (int i = 0, j = 0; i < first.size() && j < second.size(); ) {
            int distance = second.get(j) - first.get(i);
            least = Math.min(least, Math.abs(distance));
            if (distance > 0) {
                i++;
            } else {
                j++;
            }
        }
        return 1 - (double) least / NEAR;
    }

    private double asWritten(Scored article) {
        int words = 0;
        int exact = 0;
        for (var term : query.terms()) {
            if (term.forms() instanceof WordForms word) {
                words++;
                exact += isWritten(article, word) ? 1 : 0;
            }
        }
        return words == 0 ? 0 : AS_WRITTEN * exact / words;
    }

    /** Whether the article has the very word that was typed, with its diacritics or without. */
    private boolean isWritten(Scored article, WordForms word) {
        if (!word.written().equals(word.text())) {
            return article.accents().contains(" " + word.written() + " ");
        }
        var plain = " " + word.text() + " ";
        return Stream.of(article.title(), article.tags(), article.summary(), article.body())
                        .anyMatch(text -> text.contains(plain))
                && !accented(article).contains(word.text());
    }

    private Set<String> accented(Scored article) {
        if (article.accents().length() < 3) {
            return Set.of();
        }
        return accentedOf.computeIfAbsent(article.accents(), Accents::bare);
    }

    private static double recent(Scored article) {
        int year = article.date().getYear();
        double years = year + article.date().getDayOfYear() / 366.0 - FIRST_YEAR;
        return A_YEAR * Math.max(0, Math.min(100, years));
    }
}
