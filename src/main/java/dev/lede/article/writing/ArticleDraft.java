package dev.lede.article.writing;

import dev.lede.article.view.ArticleView;
import dev.lede.article.view.BodyView;
import dev.lede.taxonomy.TermView;
import java.util.List;
import java.util.Map;

/**
 * An article as derived from its document, ready to be stored.
 *
 * @param plain the body as plain text
 * @param bodyOffset bytes before the body in the document
 * @param translationKey shared by the translations of one article
 * @param draft never visible
 * @param terms by taxonomy, in the order in which the document names them
 */
public record ArticleDraft(
        ArticleView article,
        BodyView body,
        String plain,
        int bodyOffset,
        String translationKey,
        boolean draft,
        Map<String, List<TermView>> terms) {}
