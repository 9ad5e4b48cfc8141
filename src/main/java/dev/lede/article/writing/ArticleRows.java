package dev.lede.article.writing;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.article.transaction.ContentWrite;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.taxonomy.TermKey;
import dev.lede.thumbnail.SettledThumbnails;
import dev.lede.thumbnail.Thumbnails;
import dev.lede.thumbnail.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Articles as rows: stored, moved and deleted, each with all that follows from it. One or many at once: what is done is
 * the same number of statements. The transaction holds the rows of their documents. Thread-safe.
 */
@ApplicationScoped
public class ArticleRows {

    private final Thumbnails thumbnails;
    private final RenderVersion version;

    ArticleRows(Thumbnails thumbnails, RenderVersion version) {
        this.thumbnails = thumbnails;
        this.version = version;
    }

    /**
     * Stores articles, new or in place of what their documents gave before.
     *
     * @param drafts each of another document
     * @param numbers of all their terms
     * @return what each is now, in the same order
     */
    public List<Status> store(ContentWrite write, List<ArticleDraft> drafts, Map<TermKey, Long> numbers) {
        var session = write.session();
        var ids = drafts.stream().map(draft -> draft.article().id()).toList();
        var before = StoredArticle.find(session, ids);
        var turns = drafts.stream().map(draft -> turn(draft, write.now())).toList();
        var pictures = thumbnails.settle(session, wanted(drafts));
        var bodies = storeRows(session, drafts, turns, pictures);
        var after = new ArrayList<StoredArticle>();
        for (int i = 0; i < drafts.size(); i++) {
            after.add(StoredArticle.of(
                    drafts.get(i), turns.get(i).status() == Status.PUBLISHED, terms(drafts.get(i), numbers)));
        }
        ChildRows.clear(session, before.keySet());
        ChildRows.insertTerms(session, drafts, numbers);
        ChildRows.insertLinks(session, bodies);
        ChildRows.insertCandidates(session, drafts);
        pictures.store(session);
        Addresses.settle(session, drafts);
        Addresses.remember(session, Renamed.among(before, after));
        session.later(Sql.of("delete from tombstone where id = any(?::uuid[])", ids));
        before.values().forEach(old -> old.tally(write, -1));
        for (var article : after) {
            article.tally(write, 1);
            write.changed(article.stored(before.get(article.id()), null));
        }
        return turns.stream().map(Status.Turn::status).toList();
    }

    /** Those of the articles that this code and configuration have derived. */
    public Set<UUID> current(ContentWrite write, Collection<UUID> ids) {
        return Set.copyOf(write.session()
                .list(
                        Sql.of(
                                "select id from article where id = any(?::uuid[]) and render_version = ?",
                                List.copyOf(ids),
                                version.number()),
                        row -> row.getObject("id", UUID.class)));
    }

    private static List<Wanted> wanted(List<ArticleDraft> drafts) {
        return drafts.stream()
                .map(draft -> new Wanted(draft.article().id(), draft.thumbnail()))
                .toList();
    }

    private Map<UUID, LinkedBody> storeRows(
            Session session, List<ArticleDraft> drafts, List<Status.Turn> turns, SettledThumbnails pictures) {
        var bodies = new LinkedHashMap<UUID, LinkedBody>();
        var rows = new ArrayList<Sql>();
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            var body = LinkedBody.of(Json.of(draft.body()), draft.links());
            bodies.put(draft.article().id(), body);
            var article =
                    draft.article().withThumbnail(pictures.of(draft.article().id()));
            rows.add(ArticleColumns.upsert(
                    draft, new ArticleColumns.Beside(article, body.json(), turns.get(i), version.number())));
        }
        session.laterEach(rows);
        return bodies;
    }

    private static Collection<Long> terms(ArticleDraft draft, Map<TermKey, Long> numbers) {
        return draft.terms().entrySet().stream()
                .flatMap(taxonomy -> taxonomy.getValue().stream()
                        .map(term -> Objects.requireNonNull(numbers.get(new TermKey(taxonomy.getKey(), term.slug())))))
                .toList();
    }

    private static Status.Turn turn(ArticleDraft draft, OffsetDateTime now) {
        return Status.at(
                now,
                draft.placing().draft(),
                Objects.requireNonNullElse(draft.article().publishDate(), OffsetDateTime.MIN),
                Objects.requireNonNullElse(draft.article().expiryDate(), OffsetDateTime.MAX));
    }

    /** One article takes the place of another, which is deleted with its document. */
    public record Move(UUID from, UUID to) {}

    /** Makes articles that are stored the heirs of others: of their ids, slugs and urls. */
    public void move(ContentWrite write, List<Move> moves) {
        var session = write.session();
        var old = StoredArticle.find(session, moves.stream().map(Move::from).toList());
        var heirs = StoredArticle.find(session, moves.stream().map(Move::to).toList());
        Addresses.inherit(session, moves);
        Addresses.remember(session, Renamed.by(moves, old, heirs));
        remove(write, old.values());
        for (var move : moves) {
            var heir = Objects.requireNonNull(heirs.get(move.to()));
            write.changed(heir.stored(heir, move.from()));
        }
    }

    /** Whether one article was moved to where the other is. */
    public boolean isMoved(ContentWrite write, UUID from, UUID to) {
        return Addresses.isFormer(write.session(), from, to);
    }

    /**
     * Asks which articles have the urls of these, though they come from other documents.
     *
     * @param going articles that are about to be deleted or moved, and count no more
     * @return the path of the first of them, by the id of the one that has the same url
     */
    public Supplier<Map<UUID, String>> sameUrls(ContentWrite write, List<ArticleDraft> drafts, Sql going) {
        return Addresses.others(write.session(), drafts, going);
    }

    /** Deletes articles with their documents, and leaves tombstones. */
    public void delete(ContentWrite write, Collection<UUID> ids) {
        var session = write.session();
        var old = StoredArticle.find(session, ids);
        Addresses.forget(session, old.keySet());
        remove(write, old.values());
        session.laterEach(old.values().stream()
                .map(article -> Sql.of(
                        "insert into tombstone (id, path, slug, url, lang, visible, deleted_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        article.id(),
                        article.path(),
                        article.slug(),
                        article.url(),
                        article.lang(),
                        article.visible(),
                        write.now()))
                .toList());
    }

    private static void remove(ContentWrite write, Collection<StoredArticle> old) {
        write.session()
                .later(Sql.of(
                        "delete from document where id = any(?::uuid[])",
                        old.stream().map(StoredArticle::id).toList()));
        for (var article : old) {
            article.tally(write, -1);
            write.changed(article.deleted());
        }
    }
}
