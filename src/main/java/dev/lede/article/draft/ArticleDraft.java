package dev.lede.article.draft;

import dev.lede.article.view.ArticleView;
import dev.lede.article.view.BodyView;
import dev.lede.taxonomy.TermView;
import dev.lede.thumbnail.ThumbnailChoice;
import java.util.List;
import java.util.Map;

/**
 * An article as derived from its document, ready to be stored.
 *
 * @param article without its thumbnail
 * @param links of the body's HTML
 * @param text the body as plain text
 * @param placing what besides the article's own members decides how it is found
 * @param terms by taxonomy, in the order in which the document names them
 */
public record ArticleDraft(
        ArticleView article,
        ThumbnailChoice thumbnail,
        BodyView body,
        List<BodyLink> links,
        Text text,
        Placing placing,
        Map<String, List<TermView>> terms) {

    /**
     * Plain text.
     *
     * @param whole all of the body's
     * @param prose the beginning of what automatic summaries are made from
     * @param bodyOffset bytes before the body in the document
     */
    public record Text(String whole, String prose, int bodyOffset) {}

    /**
     * What besides its own members decides where an article is found, and by whom.
     *
     * @param translationKey shared by the translations of one article
     * @param bundle the folder that is the article, with the slash at its end; empty when it is a single file
     * @param draft never visible
     */
    public record Placing(String translationKey, String bundle, boolean draft) {}
}
