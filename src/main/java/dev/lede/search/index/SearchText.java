package dev.lede.search.index;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.taxonomy.TermView;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of an article that it is found by, as they are read. */
record SearchText(String title, String tags, String summary, String body) {

    /** An automatic summary is the beginning of the body, and counts as such. */
    private static final String AUTO = "auto";

    static SearchText of(ArticleDraft draft) {
        var article = draft.article();
        var tags = Stream.of(
                        draft.terms().values().stream()
                                .flatMap(terms -> terms.stream().map(TermView::name)),
                        article.keywords().stream(),
                        article.authors().stream())
                .flatMap(names -> names)
                .distinct()
                .collect(Collectors.joining("\n"));
        var titles = Stream.of(article.title(), article.linkTitle())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
        var summary = Stream.of(article.description(), AUTO.equals(article.summarySource()) ? null : article.summary())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
        return new SearchText(titles, tags, summary, draft.text().whole());
    }
}
