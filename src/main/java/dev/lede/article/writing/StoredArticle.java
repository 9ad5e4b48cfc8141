package dev.lede.article.writing;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.article.key.UrlValue;
import dev.lede.article.transaction.ArticleChanged;
import dev.lede.article.transaction.ContentWrite;
import dev.lede.article.transaction.ShownElsewhere;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction must know of an article as it stands, to tell what a change of it touches.
 *
 * @param page counts for its terms while it is visible
 * @param terms the numbers of its terms
 * @param elsewhere what others show of it
 */
record StoredArticle(
        UUID id,
        String path,
        String url,
        String slug,
        String section,
        String lang,
        boolean page,
        boolean visible,
        List<Long> terms,
        Group group,
        Elsewhere elsewhere) {

    /**
     * What is shown of it with other articles.
     *
     * @param reference as they show it
     * @param date its place among its neighbours
     */
    record Elsewhere(String reference, OffsetDateTime date) {}

    /**
     * What it is told of together with.
     *
     * @param translationKey shared by its translations
     * @param bundle the folder that it is; empty when it is a single file
     */
    record Group(String translationKey, String bundle) {}

    /** Reads and locks the articles of documents, those that have one, in the order of their ids. */
    static Map<UUID, StoredArticle> find(Session session, Collection<UUID> ids) {
        // By itself: a statement that had to wait for a row sees it as it is then, but its terms as they were before.
        session.later(Sql.of("select from article where id = any(?::uuid[]) order by id for update", List.copyOf(ids)));
        var statement = Sql.of(
                "select a.id, d.path, a.url, a.slug, a.section, a.lang, a.kind, a.visible, a.translation_key, a.bundle,"
                        + " a.reference, a.date,"
                        + " array(select t.term_id from article_term t where t.article_id = a.id) as terms"
                        + " from article a join document d on d.id = a.id where a.id = any(?::uuid[])"
                        + " order by a.id",
                List.copyOf(ids));
        var found = new LinkedHashMap<UUID, StoredArticle>();
        session.list(statement, StoredArticle::of).forEach(article -> found.put(article.id, article));
        return found;
    }

    private static StoredArticle of(ResultSet row) throws SQLException {
        return new StoredArticle(
                row.getObject("id", UUID.class),
                row.getString("path"),
                row.getString("url"),
                row.getString("slug"),
                row.getString("section"),
                row.getString("lang"),
                "page".equals(row.getString("kind")),
                row.getBoolean("visible"),
                List.of((Long[]) row.getArray("terms").getArray()),
                new Group(row.getString("translation_key"), row.getString("bundle")),
                new Elsewhere(row.getString("reference"), row.getObject("date", OffsetDateTime.class)));
    }

    /** What a draft is once it is stored. */
    static StoredArticle of(ArticleDraft draft, boolean visible, Collection<Long> terms) {
        var article = draft.article();
        return new StoredArticle(
                article.id(),
                article.path(),
                article.url(),
                article.slug(),
                article.section(),
                article.lang(),
                "page".equals(article.kind()),
                visible,
                List.copyOf(terms),
                new Group(draft.placing().translationKey(), draft.placing().bundle()),
                new Elsewhere(ArticleColumns.reference(article), ArticleColumns.orNever(article.date())));
    }

    /** The same, after the clock has turned it. */
    StoredArticle turned(boolean nowVisible) {
        return new StoredArticle(id, path, url, slug, section, lang, page, nowVisible, terms, group, elsewhere);
    }

    /** What answers that show this article depend on. */
    Set<String> touches() {
        var touched = new HashSet<>(Arrays.asList(
                "article:" + id,
                "lang:" + lang,
                "section:" + section,
                "slug:" + slug,
                "url:" + UrlValue.of(url),
                "translations:" + group.translationKey(),
                "bundle:" + group.bundle()));
        terms.forEach(term -> touched.add("term:" + term));
        return touched;
    }

    /** Counts it among what is listed, or ceases to. */
    void tally(ContentWrite write, int delta) {
        if (visible && page) {
            write.tally().add(lang, section, terms, delta);
        }
    }

    /** The news that this stands now, in place of what stood before. */
    ArticleChanged stored(@Nullable StoredArticle before, @Nullable UUID movedFrom) {
        var touched = touches();
        if (before != null) {
            touched.addAll(before.touches());
        }
        return new ArticleChanged(
                ArticleChanged.Type.UPSERT,
                id,
                path,
                url,
                lang,
                before != null && before.visible,
                visible,
                movedFrom,
                Set.copyOf(touched),
                shownElsewhere(before));
    }

    private ShownElsewhere shownElsewhere(@Nullable StoredArticle before) {
        if (before == null) {
            return new ShownElsewhere(visible, elsewhere.date, elsewhere.date);
        }
        var otherwise = before.visible ? !visible || !isShownAs(before) : visible;
        return new ShownElsewhere(otherwise, before.elsewhere.date, elsewhere.date);
    }

    private boolean isShownAs(StoredArticle before) {
        return elsewhere.reference.equals(before.elsewhere.reference)
                && elsewhere.date.isEqual(before.elsewhere.date)
                && section.equals(before.section)
                && group.translationKey.equals(before.group.translationKey);
    }

    /** The news that this is gone. */
    ArticleChanged deleted() {
        return new ArticleChanged(
                ArticleChanged.Type.DELETE,
                id,
                path,
                url,
                lang,
                visible,
                false,
                null,
                Set.copyOf(touches()),
                new ShownElsewhere(visible, elsewhere.date, elsewhere.date));
    }
}
