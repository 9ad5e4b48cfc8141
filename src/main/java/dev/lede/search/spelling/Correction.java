package dev.lede.search.spelling;

import dev.lede.article.query.ArticleQuery;
import dev.lede.database.Session;
import dev.lede.search.query.Term;
import dev.lede.search.query.TextQuery;
import dev.lede.search.rank.RankedSearch;
import dev.lede.search.text.Piece;
import dev.lede.search.text.Piece.Single;
import dev.lede.search.text.Piece.Word;
import dev.lede.search.text.Pieces;
import dev.lede.search.token.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may have been meant where nothing was found, from the words of the articles that the list may show. It is never
 * something that finds nothing either.
 */
public final class Correction {

    /** More terms are not corrected. */
    private static final int MOST = 4;

    private final Session session;
    private final ArticleQuery query;
    private final Set<Language> languages;
    private final Vocabulary vocabulary;
    private final Texts texts;

    /** @param session in which searches are prepared */
    public Correction(Session session, ArticleQuery query, Set<Language> languages) {
        this.session = session;
        this.query = query;
        this.languages = languages;
        this.vocabulary = new Vocabulary(session, query);
        this.texts = new Texts(session, query);
    }

    /** The whole of what was typed with what is not found replaced. */
    public Optional<String> of(String typed, TextQuery read) {
        if (read.required().size() > MOST) {
            return Optional.empty();
        }
        var text = typed;
        var groups = groups(Pieces.of(typed));
        // From the last one on, so that those before keep their places.
        for (int i = groups.size() - 1; i >= 0; i--) {
            var group = groups.get(i);
            if (isUnknown(group, read)) {
                text = near(group).map(new Replacement(text, group)::in).orElse(text);
            }
        }
        return text.equals(typed) || !finds(TextQuery.parse(text, languages)) ? Optional.empty() : Optional.of(text);
    }

    /** Takes the place of some pieces. */
    private record Replacement(String text, List<Piece> group) {
        String in(String near) {
            return text.substring(0, group.get(0).start())
                    + near
                    + text.substring(group.get(group.size() - 1).end());
        }
    }

    private static List<List<Piece>> groups(List<Piece> pieces) {
        var groups = new ArrayList<List<Piece>>();
        for (var piece : pieces) {
            boolean goesOn = piece instanceof Single single && single.adjacent();
            if (!goesOn || groups.isEmpty()) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(piece);
        }
        return groups;
    }

    private boolean isUnknown(List<Piece> group, TextQuery read) {
        if (group.get(0) instanceof Word word
                && read.terms().stream().filter(Term::ignorable).anyMatch(term -> isOf(term, word))) {
            return false;
        }
        var alone = TextQuery.parse(text(group), languages);
        return !alone.isEmpty() && !finds(alone);
    }

    private static boolean isOf(Term term, Word word) {
        return term.forms() instanceof Term.WordForms forms && forms.text().equals(word.text());
    }

    private Optional<String> near(List<Piece> group) {
        return group.get(0) instanceof Word word
                ? new NearWords(vocabulary, texts).to(word.text())
                : new NearRuns(texts).to(group);
    }

    private boolean finds(TextQuery text) {
        return RankedSearch.isAny(session, query, text);
    }

    private static String text(List<Piece> group) {
        var text = new StringBuilder();
        group.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }
}
