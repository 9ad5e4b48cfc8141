package dev.lede.article.writing;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.article.draft.ThumbnailChoice;
import dev.lede.article.transaction.ContentWrite;
import dev.lede.article.view.ArticleView;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.taxonomy.TermKey;
import dev.lede.taxonomy.TermView;
import dev.lede.thumbnail.ThumbnailView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Articles as rows: stored, moved and deleted, each with all that follows from it. */
@ApplicationScoped
public class ArticleRows {

    /**
     * Stores an article, new or in place of what its document gave before. The document's row stands already and is
     * held by this transaction.
     *
     * @param numbers of all the draft's terms
     * @param movedFrom the article that this one takes the place of, which is deleted here; null for none
     */
    public void store(ContentWrite write, ArticleDraft draft, Map<TermKey, Long> numbers, @Nullable UUID movedFrom) {
        var session = write.session();
        var id = draft.article().id();
        var before = StoredArticle.find(session, id);
        before.ifPresent(old -> old.tally(write, -1));
        var article = draft.article().withThumbnail(thumbnail(session, draft.thumbnail()));
        var body = LinkedBody.of(Json.of(draft.body()), draft.links());
        var status = statusOf(draft, write.now());
        session.update(ArticleColumns.upsert(article, draft, body.json(), status));
        storeTerms(session, draft, numbers, status.status() == Status.PUBLISHED, before.isEmpty());
        storeLinks(session, id, body, before.isEmpty());
        storeCandidates(session, id, draft.thumbnail(), before.isEmpty());
        Addresses.settle(session, id, article.url(), article.aliases(), before.isEmpty());
        session.update(Sql.of("delete from tombstone where id = ?", id));

        var after = StoredArticle.read(session, id);
        after.tally(write, 1);
        before.ifPresent(old -> Addresses.remember(session, old, after));
        if (movedFrom != null) {
            move(write, movedFrom, after);
        }
        write.changed(after.stored(before, movedFrom));
    }

    private static void move(ContentWrite write, UUID from, StoredArticle to) {
        var old = StoredArticle.read(write.session(), from);
        Addresses.inherit(write.session(), from, to.id());
        Addresses.remember(write.session(), old, to);
        remove(write, old);
    }

    /** Whether one article was moved to where the other is. */
    public boolean isMoved(ContentWrite write, UUID from, UUID to) {
        return Addresses.isFormer(write.session(), from, to);
    }

    /** The path of another article with the url of this one, the first of several. */
    public Optional<String> sameUrl(ContentWrite write, ArticleDraft draft) {
        return Addresses.other(
                write.session(), draft.article().id(), draft.article().url());
    }

    /** Deletes an article with its document, and leaves a tombstone. The transaction holds the document's row. */
    public void delete(ContentWrite write, UUID id) {
        var old = StoredArticle.read(write.session(), id);
        Addresses.forget(write.session(), id);
        remove(write, old);
        write.session()
                .update(Sql.of(
                        "insert into tombstone (id, path, slug, url, lang, visible, deleted_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        id,
                        old.path(),
                        old.slug(),
                        old.url(),
                        old.lang(),
                        old.visible(),
                        write.now()));
    }

    private static void remove(ContentWrite write, StoredArticle old) {
        old.tally(write, -1);
        write.session().update(Sql.of("delete from document where id = ?", old.id()));
        write.changed(old.deleted());
    }

    private static Status.Turn statusOf(ArticleDraft draft, OffsetDateTime now) {
        return Status.at(
                now,
                draft.placing().draft(),
                Objects.requireNonNullElse(draft.article().publishDate(), OffsetDateTime.MIN),
                Objects.requireNonNullElse(draft.article().expiryDate(), OffsetDateTime.MAX));
    }

    private static @Nullable ThumbnailView thumbnail(Session session, ThumbnailChoice choice) {
        var asset = choice.paths().isEmpty() ? Optional.<ThumbnailView>empty() : firstAsset(session, choice);
        return asset.orElseGet(
                () -> choice.otherwise() == null ? null : ThumbnailView.atOrigin(choice.otherwise(), choice.alt()));
    }

    private static Optional<ThumbnailView> firstAsset(Session session, ThumbnailChoice choice) {
        // Two look-ups in the index: of a path, and of the first that begins like a telling one in the same folder.
        var statement = Sql.of(
                "select w.path like '%*' as telling, x.url from unnest(?::text[]) with ordinality w (path, place)"
                        + " cross join lateral ((select x.url from asset x where x.path = w.path)"
                        + " union all (select x.url from asset x where w.path like '%*'"
                        + " and x.path >= rtrim(w.path, '*') and x.path < rtrim(w.path, '*') || chr(1114111)"
                        + " and strpos(substr(x.path, length(w.path)), '/') = 0 and x.type like 'image/%'"
                        + " order by x.path limit 1)) x order by w.place limit 1",
                choice.paths());
        // What the document says of its picture is not said of a file that was found by its name.
        return session.first(
                statement,
                row -> ThumbnailView.atOrigin(row.getString("url"), row.getBoolean("telling") ? null : choice.alt()));
    }

    private static void storeCandidates(Session session, UUID id, ThumbnailChoice choice, boolean isNew) {
        if (!isNew) {
            session.update(Sql.of("delete from thumbnail_candidate where article_id = ?", id));
        }
        if (!choice.paths().isEmpty()) {
            session.update(Sql.of(
                    "insert into thumbnail_candidate (path, article_id) select distinct path, ?::uuid"
                            + " from unnest(?::text[]) w (path)",
                    id,
                    choice.paths()));
        }
    }

    private static void storeLinks(Session session, UUID id, LinkedBody body, boolean isNew) {
        if (!isNew) {
            session.update(Sql.of("delete from article_link where article_id = ?", id));
        }
        if (!body.links().isEmpty()) {
            session.update(Sql.of(
                    "insert into article_link (article_id, ordinal, at, paths, slug, otherwise)"
                            + " select ?::uuid, ordinality, at, paths, slug, otherwise from rows from"
                            + " (jsonb_to_recordset(?::jsonb) as (at integer, paths text[], slug text, otherwise text))"
                            + " with ordinality",
                    id,
                    Json.of(body.links())));
        }
    }

    private static void storeTerms(
            Session session, ArticleDraft draft, Map<TermKey, Long> numbers, boolean visible, boolean isNew) {
        ArticleView article = draft.article();
        if (!isNew) {
            session.update(Sql.of("delete from article_term where article_id = ?", article.id()));
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
        session.update(Sql.of(
                "insert into article_term (article_id, term_id, ordinal, name, listed, lang, date)"
                        + " select ?, t.id, t.ordinal, t.name, ?, ?, ?"
                        + " from unnest(?::bigint[], ?::text[]) with ordinality t (id, name, ordinal)",
                article.id(),
                visible && "page".equals(article.kind()),
                article.lang(),
                ArticleColumns.orNever(article.date()),
                List.copyOf(terms),
                List.copyOf(names)));
    }
}
