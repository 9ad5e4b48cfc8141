package dev.lede.article.writing;

import dev.lede.article.view.ArticleView;
import dev.lede.article.view.CardView;

/** The JSON that is stored of an article. */
public final class StoredJson {

    private StoredJson() {}

    /** The article, and its card, one after the other. */
    public static String of(ArticleView article) {
        return Json.of(article) + Json.of(CardView.of(article));
    }
}
