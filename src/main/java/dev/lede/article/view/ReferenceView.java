package dev.lede.article.view;

import java.util.UUID;

/** An article as another one names it, for instance among its translations. */
public record ReferenceView(UUID id, String lang, String slug, String url, String title) {

    /** The reference to an article. */
    public static ReferenceView to(ArticleView article) {
        return new ReferenceView(article.id(), article.lang(), article.slug(), article.url(), article.title());
    }
}
