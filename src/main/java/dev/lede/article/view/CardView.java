package dev.lede.article.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lede.taxonomy.TermView;
import dev.lede.thumbnail.view.ThumbnailView;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list shows of an article: enough to draw a card. Its members are those of {@link ArticleView}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardView(
        UUID id,
        String slug,
        String url,
        String lang,
        String title,
        @Nullable OffsetDateTime date,
        @Nullable OffsetDateTime lastmod,
        String summary,
        @Nullable ThumbnailView thumbnail,
        List<TermView> tags,
        List<TermView> categories,
        int readingTime) {

    /** The card of an article. */
    public static CardView of(ArticleView article) {
        return new CardView(
                article.id(),
                article.slug(),
                article.url(),
                article.lang(),
                article.title(),
                article.date(),
                article.lastmod(),
                article.summary(),
                article.thumbnail(),
                article.tags(),
                article.categories(),
                article.readingTime());
    }
}
