package dev.lede.article.writing;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.article.key.UrlValue;
import dev.lede.article.writing.ArticleRows.Move;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Where articles are and were found, as rows of {@code address}. */
final class Addresses {

    private Addresses() {}

    private record Row(String form, String value, String relation, UUID article) {}

    private static void insert(Session session, List<Row> rows) {
        if (!rows.isEmpty()) {
            session.later(Sql.of(
                    "insert into address (form, value, relation, article_id)"
                            + " select * from unnest(?::text[], ?::text[], ?::text[], ?::uuid[]) on conflict do nothing",
                    rows.stream().map(Row::form).toList(),
                    rows.stream().map(Row::value).toList(),
                    rows.stream().map(Row::relation).toList(),
                    rows.stream().map(Row::article).toList()));
        }
    }

    /** Inserts the present urls and the aliases of articles, which have none of them yet. */
    static void settle(Session session, List<ArticleDraft> drafts) {
        var rows = new ArrayList<Row>();
        for (var draft : drafts) {
            var id = draft.article().id();
            var url = UrlValue.of(draft.article().url());
            // One that no index takes is stored nowhere: see UrlValue.
            if (!url.isEmpty()) {
                rows.add(new Row("url", url, "present", id));
            }
            draft.article().aliases().stream()
                    .map(alias -> UrlValue.of(alias(alias, url)))
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .forEach(value -> rows.add(new Row("url", value, "alias", id)));
        }
        insert(session, rows);
    }

    // As Hugo has it (hugolib/site_render.go): a relative alias is beside the page.
    private static String alias(String alias, String page) {
        return alias.startsWith("/") ? alias : page.substring(0, page.lastIndexOf('/') + 1) + alias;
    }

    /** Remembers what articles were called while they were visible, where they are called otherwise now. */
    static void remember(Session session, List<Renamed> articles) {
        var rows = new ArrayList<Row>();
        for (var renamed : articles) {
            var before = renamed.before();
            var after = renamed.after();
            if (!before.visible()) {
                continue;
            }
            if (!before.id().equals(after.id())) {
                rows.add(new Row("id", before.id().toString(), "former", after.id()));
            }
            if (!before.slug().equals(after.slug())) {
                rows.add(new Row("slug", before.slug(), "former", after.id()));
            }
            if (!before.url().equals(after.url())) {
                rows.add(new Row("url", UrlValue.of(before.url()), "former", after.id()));
            }
        }
        insert(session, rows);
    }

    /** Gives what articles were called to those that they have become. */
    static void inherit(Session session, List<Move> moves) {
        session.later(Sql.of(
                "insert into address (form, value, relation, article_id)"
                        + " select w.form, w.value, w.relation, m.heir from unnest(?::uuid[], ?::uuid[]) m (gone, heir)"
                        + " join address w on w.article_id = m.gone and w.relation = 'former' on conflict do nothing",
                moves.stream().map(Move::from).toList(),
                moves.stream().map(Move::to).toList()));
        session.later(Sql.of(
                "delete from address where article_id = any(?::uuid[])",
                moves.stream().map(Move::from).toList()));
    }

    /** Whether an article had another one's id before. */
    static boolean isFormer(Session session, UUID former, UUID id) {
        return session.first(
                        Sql.of(
                                "select from address where form = 'id' and value = ? and relation = 'former'"
                                        + " and article_id = ?",
                                former.toString(),
                                id),
                        row -> true)
                .isPresent();
    }

    /**
     * Asks for the path of the first other document whose article has the same url, by the id of the draft that has it
     * too.
     */
    static Supplier<Map<UUID, String>> others(Session session, List<ArticleDraft> drafts, Sql going) {
        var statement = Sql.of(
                        "select w.id, d.path from unnest(?::uuid[], ?::text[]) w (id, value)"
                                + " cross join lateral (select min(d.path) as path from address o"
                                + " join document d on d.id = o.article_id where o.form = 'url'"
                                + " and o.value = w.value and o.relation = 'present' and o.article_id <> w.id and not (",
                        drafts.stream().map(draft -> draft.article().id()).toList(),
                        drafts.stream()
                                .map(draft -> UrlValue.of(draft.article().url()))
                                .toList())
                .then(going)
                .then(")) d where d.path is not null");
        var there = session.later(statement, row -> Map.entry(row.getObject("id", UUID.class), row.getString("path")));
        return () -> others(drafts, there.get());
    }

    private static Map<UUID, String> others(List<ArticleDraft> drafts, List<Map.Entry<UUID, String>> there) {
        var paths = new HashMap<UUID, String>();
        there.forEach(other -> paths.put(other.getKey(), other.getValue()));
        // Of those that come together, the later one is told of the earlier.
        var first = new HashMap<String, String>();
        for (var draft : drafts) {
            var url = UrlValue.of(draft.article().url());
            var earlier = first.putIfAbsent(url, draft.article().path());
            if (earlier != null && !url.isEmpty()) {
                paths.putIfAbsent(draft.article().id(), earlier);
            }
        }
        return paths;
    }

    /** Forgets where deleted articles were; what they were called before stays known. */
    static void forget(Session session, Collection<UUID> ids) {
        session.later(Sql.of(
                "delete from address where article_id = any(?::uuid[]) and relation <> 'former'", List.copyOf(ids)));
    }
}
