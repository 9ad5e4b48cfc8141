package dev.lede.article.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lede.taxonomy.TermView;
import dev.lede.thumbnail.view.ThumbnailView;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One article as clients read it, but for what other rows or the clock decide (status, translations) and its body. The
 * members stand in the order of the contract.
 *
 * @param id UUIDv5 of the document's path
 * @param url relative permalink, percent-encoded
 * @param kind {@code page} or {@code section}
 * @param section first folder, empty at the root
 * @param lang BCP 47, canonical
 * @param date with the offset that the document gives it, or its zone's
 * @param summary plain text; empty only when there is no text at all
 * @param summarySource {@code divider}, {@code front-matter} or {@code auto}
 * @param taxonomies the terms of taxonomies other than tags and categories, by taxonomy; absent when there are none
 * @param readingTime minutes
 * @param params every key of the front matter that has no other place, types kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleView(
        UUID id,
        String path,
        String url,
        String slug,
        String kind,
        String section,
        String lang,
        String title,
        @Nullable String linkTitle,
        @Nullable String description,
        List<String> keywords,
        List<String> authors,
        @Nullable OffsetDateTime date,
        @Nullable OffsetDateTime publishDate,
        @Nullable OffsetDateTime lastmod,
        @Nullable OffsetDateTime expiryDate,
        String summary,
        String summarySource,
        boolean summaryTruncated,
        @Nullable ThumbnailView thumbnail,
        List<TermView> tags,
        List<TermView> categories,
        @Nullable Map<String, List<TermView>> taxonomies,
        int wordCount,
        int readingTime,
        int weight,
        List<String> aliases,
        Map<String, Object> params,
        LinksView links) {

    /** The same article with this picture. */
    public ArticleView withThumbnail(@Nullable ThumbnailView picture) {
        return new ArticleView(
                id,
                path,
                url,
                slug,
                kind,
                section,
                lang,
                title,
                linkTitle,
                description,
                keywords,
                authors,
                date,
                publishDate,
                lastmod,
                expiryDate,
                summary,
                summarySource,
                summaryTruncated,
                picture,
                tags,
                categories,
                taxonomies,
                wordCount,
                readingTime,
                weight,
                aliases,
                params,
                links);
    }
}
