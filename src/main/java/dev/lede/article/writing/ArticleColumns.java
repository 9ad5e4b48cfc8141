package dev.lede.article.writing;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.article.view.ArticleView;
import dev.lede.article.view.CardView;
import dev.lede.article.view.ReferenceView;
import dev.lede.database.Sql;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row of an article. */
final class ArticleColumns {

    private static final int LONGEST_TITLE_KEY = 2_000;

    private ArticleColumns() {}

    /**
     * What the row holds beside the draft itself.
     *
     * @param article with its thumbnail
     * @param body as JSON
     * @param renderVersion see {@link RenderVersion}
     */
    record Beside(ArticleView article, String body, Status.Turn status, int renderVersion) {}

    static Sql upsert(ArticleDraft draft, Beside beside) {
        var article = beside.article();
        var status = beside.status();
        return new Columns()
                .add("id", article.id())
                .add("slug", article.slug())
                .add("url", article.url())
                .add("kind", article.kind())
                .add("section", article.section())
                .add("lang", article.lang())
                .add("translation_key", draft.placing().translationKey())
                .add("bundle", draft.placing().bundle())
                .add("status", status.status().text())
                .add("turns_at", status.turnsAt())
                .add("date", orNever(article.date()))
                .add("publish_date", orNever(article.publishDate()))
                .add("lastmod", orNever(article.lastmod()))
                .add("expiry_date", Objects.requireNonNullElse(article.expiryDate(), OffsetDateTime.MAX))
                .add("title_key", TitleKey.of(article.title(), LONGEST_TITLE_KEY))
                .add("weight", article.weight())
                .add("word_count", article.wordCount())
                .add("reading_time", article.readingTime())
                .add("has_thumbnail", article.thumbnail() != null)
                .addJson("params", Json.of(article.params()))
                .add("card", Json.of(CardView.of(article)))
                .add("details", Json.of(article))
                .add("body", beside.body())
                .add("plain", draft.text().whole())
                .add("prose", draft.text().prose())
                .add("body_offset", draft.text().bodyOffset())
                .add("reference", reference(article))
                .add("render_version", beside.renderVersion())
                .upsert("article", "id");
    }

    /** How others show an article, as JSON. */
    static String reference(ArticleView article) {
        return Json.of(ReferenceView.to(article));
    }

    /** What has no date is as old as can be. */
    static OffsetDateTime orNever(@Nullable OffsetDateTime moment) {
        return Objects.requireNonNullElse(moment, OffsetDateTime.MIN);
    }
}
