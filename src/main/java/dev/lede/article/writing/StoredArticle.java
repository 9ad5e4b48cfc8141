package dev.lede.article.writing;

import dev.lede.article.transaction.ArticleChanged;
import dev.lede.article.transaction.ContentWrite;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction must know of an article as it stands, to tell what a change of it touches.
 *
 * @param listed visible and a page, so that it counts for its terms
 * @param terms the numbers of its terms
 */
record StoredArticle(
        UUID id,
        String path,
        String url,
        String slug,
        String section,
        String lang,
        boolean visible,
        boolean listed,
        List<Long> terms) {

    /** Reads and locks the article of a document. */
    static StoredArticle read(Session session, UUID id) {
        return find(session, id).orElseThrow(() -> new IllegalStateException("A document without article: " + id));
    }

    /** Reads and locks the article of a document, where it has one. */
    static Optional<StoredArticle> find(Session session, UUID id) {
        var terms = session.list(
                Sql.of("select term_id from article_term where article_id = ?", id), row -> row.getLong("term_id"));
        return session.first(
                Sql.of(
                        "select d.path, a.url, a.slug, a.section, a.lang, a.kind, a.visible"
                                + " from article a join document d on d.id = a.id where a.id = ? for update of a",
                        id),
                row -> of(id, row, terms));
    }

    private static StoredArticle of(UUID id, ResultSet row, List<Long> terms) throws SQLException {
        var visible = row.getBoolean("visible");
        return new StoredArticle(
                id,
                row.getString("path"),
                row.getString("url"),
                row.getString("slug"),
                row.getString("section"),
                row.getString("lang"),
                visible,
                visible && "page".equals(row.getString("kind")),
                terms);
    }

    /** What answers that show this article depend on. */
    Set<String> touches() {
        var touched = new HashSet<String>();
        touched.add("article:" + id);
        touched.add("lang:" + lang);
        touched.add("section:" + section);
        terms.forEach(term -> touched.add("term:" + term));
        return touched;
    }

    /** Counts it for its terms, or ceases to. */
    void tally(ContentWrite write, int delta) {
        if (listed) {
            terms.forEach(term -> write.tally().add(term, lang, delta));
        }
    }

    /** The news that this stands now, in place of what stood before. */
    ArticleChanged stored(Optional<StoredArticle> before, @Nullable UUID movedFrom) {
        var touched = touches();
        before.ifPresent(old -> touched.addAll(old.touches()));
        var wasVisible = before.map(StoredArticle::visible).orElse(false);
        return new ArticleChanged(
                ArticleChanged.Type.UPSERT, id, path, url, lang, wasVisible, visible, movedFrom, Set.copyOf(touched));
    }

    /** The news that this is gone. */
    ArticleChanged deleted() {
        return new ArticleChanged(
                ArticleChanged.Type.DELETE, id, path, url, lang, visible, false, null, Set.copyOf(touches()));
    }
}
