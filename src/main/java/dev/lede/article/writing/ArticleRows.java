package dev.lede.article.writing;

import dev.lede.article.view.CardView;
import dev.lede.article.view.ReferenceView;
import dev.lede.database.Sql;
import dev.lede.taxonomy.TermKey;
import dev.lede.taxonomy.TermView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Articles as rows: stored, deleted, and turned by the clock, each with all that follows from it. */
@ApplicationScoped
public class ArticleRows {

    /** Which code derived the row; rows of an older one are due to be derived again. */
    public static final int RENDER_VERSION = 1;

    private static final int LONGEST_TITLE_KEY = 2_000;

    /**
     * Stores an article, new or in place of what its document gave before. The document's row stands already and is
     * held by this transaction.
     *
     * @param numbers of all the draft's terms
     */
    public void store(ContentWrite write, ArticleDraft draft, Map<TermKey, Long> numbers, boolean isNew) {
        var id = draft.article().id();
        var before = isNew ? Optional.<StoredArticle>empty() : Optional.of(StoredArticle.read(write.session(), id));
        before.ifPresent(old -> old.tally(write, -1));
        var status = statusOf(draft, write.now());
        write.session().update(upsert(draft, status));
        storeTerms(write, draft, numbers, status.status() == Status.PUBLISHED, isNew);
        write.session().update(Sql.of("delete from tombstone where id = ?", id));

        var after = StoredArticle.read(write.session(), id);
        after.tally(write, 1);
        var touched = new HashSet<>(after.touches());
        before.ifPresent(old -> touched.addAll(old.touches()));
        write.changed(new ArticleChanged(
                ArticleChanged.Type.UPSERT,
                id,
                after.path(),
                after.url(),
                after.lang(),
                before.map(StoredArticle::visible).orElse(false),
                after.visible(),
                Set.copyOf(touched)));
    }

    /** Deletes an article with its document, and leaves a tombstone. The transaction holds the document's row. */
    public void delete(ContentWrite write, UUID id) {
        var old = StoredArticle.read(write.session(), id);
        old.tally(write, -1);
        write.session().update(Sql.of("delete from document where id = ?", id));
        write.session()
                .update(Sql.of(
                        "insert into tombstone (id, path, slug, url, lang, visible, revision, deleted_at)"
                                + " values (?, ?, ?, ?, ?, ?, (select number + 1 from revision), ?)",
                        id,
                        old.path(),
                        old.slug(),
                        old.url(),
                        old.lang(),
                        old.visible(),
                        write.now()));
        write.changed(old.deleted());
    }

    private static Status.Turn statusOf(ArticleDraft draft, OffsetDateTime now) {
        return Status.at(
                now,
                draft.draft(),
                Objects.requireNonNullElse(draft.article().publishDate(), OffsetDateTime.MIN),
                Objects.requireNonNullElse(draft.article().expiryDate(), OffsetDateTime.MAX));
    }

    private static Sql upsert(ArticleDraft draft, Status.Turn status) {
        var article = draft.article();
        var columns = new Columns()
                .add("id", article.id())
                .add("slug", article.slug())
                .add("url", article.url())
                .add("kind", article.kind())
                .add("section", article.section())
                .add("lang", article.lang())
                .add("translation_key", draft.translationKey())
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
                .add("body", Json.of(draft.body()))
                .add("plain", draft.plain())
                .add("body_offset", draft.bodyOffset())
                .add("reference", Json.of(ReferenceView.to(article)))
                .add("render_version", RENDER_VERSION);
        return columns.upsert("article", "id");
    }

    private static OffsetDateTime orNever(@Nullable OffsetDateTime moment) {
        return Objects.requireNonNullElse(moment, OffsetDateTime.MIN);
    }

    private static void storeTerms(
            ContentWrite write, ArticleDraft draft, Map<TermKey, Long> numbers, boolean visible, boolean isNew) {
        var article = draft.article();
        if (!isNew) {
            write.session().update(Sql.of("delete from article_term where article_id = ?", article.id()));
        }
        var terms = new ArrayList<Long>();
        var names = new ArrayList<String>();
        draft.terms().forEach((taxonomy, views) -> {
            for (TermView view : views) {
                terms.add(Objects.requireNonNull(numbers.get(new TermKey(taxonomy, view.slug()))));
                names.add(view.name());
            }
        });
        if (terms.isEmpty()) {
            return;
        }
        write.session()
                .update(Sql.of(
                        "insert into article_term (article_id, term_id, ordinal, name, listed, lang, date)"
                                + " select ?, t.id, t.ordinal, t.name, ?, ?, ?"
                                + " from unnest(?::bigint[], ?::text[]) with ordinality t (id, name, ordinal)",
                        article.id(),
                        visible && "page".equals(article.kind()),
                        article.lang(),
                        orNever(article.date()),
                        List.copyOf(terms),
                        List.copyOf(names)));
    }
}
