package dev.lede.article.writing;

import dev.lede.article.key.UrlValue;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where articles are and were found, as rows of {@code address}. */
final class Addresses {

    private static final String INSERT = "insert into address (form, value, relation, article_id)"
            + " select form, value, ?, ?::uuid from unnest(?::text[], ?::text[]) w (form, value)"
            + " on conflict do nothing";

    private Addresses() {}

    /** Sets the present url and the aliases of an article. */
    static void settle(Session session, UUID id, String url, List<String> aliases, boolean isNew) {
        if (!isNew) {
            session.update(Sql.of("delete from address where article_id = ? and relation <> 'former'", id));
        }
        // One that no index takes is stored nowhere: see UrlValue.
        insert(
                session,
                "present",
                id,
                List.of("url"),
                Stream.of(UrlValue.of(url)).filter(value -> !value.isEmpty()).toList());
        var values = aliases.stream()
                .map(alias -> UrlValue.of(alias(alias, url)))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        insert(session, "alias", id, values.stream().map(value -> "url").toList(), values);
    }

    // As Hugo has it (hugolib/site_render.go): a relative alias is beside the page.
    private static String alias(String alias, String url) {
        if (alias.startsWith("/")) {
            return alias;
        }
        var page = UrlValue.of(url);
        return page.substring(0, page.lastIndexOf('/') + 1) + alias;
    }

    /** Remembers what an article was called while it was visible, where it is called otherwise now. */
    static void remember(Session session, StoredArticle before, StoredArticle after) {
        if (!before.visible()) {
            return;
        }
        var forms = new ArrayList<String>();
        var values = new ArrayList<String>();
        if (!before.id().equals(after.id())) {
            forms.add("id");
            values.add(before.id().toString());
        }
        if (!before.slug().equals(after.slug())) {
            forms.add("slug");
            values.add(before.slug());
        }
        if (!before.url().equals(after.url())) {
            forms.add("url");
            values.add(UrlValue.of(before.url()));
        }
        insert(session, "former", after.id(), forms, values);
    }

    /** Gives what one article was called to the one that it has become. */
    static void inherit(Session session, UUID from, UUID to) {
        session.update(Sql.of(
                "insert into address (form, value, relation, article_id)"
                        + " select form, value, relation, ?::uuid from address"
                        + " where article_id = ? and relation = 'former' on conflict do nothing",
                to,
                from));
        session.update(Sql.of("delete from address where article_id = ?", from));
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

    /** The path of another document whose article has this url, the first of several. */
    static Optional<String> other(Session session, UUID id, String url) {
        return session.first(
                Sql.of(
                        "select d.path from address w join document d on d.id = w.article_id where w.form = 'url'"
                                + " and w.value = ? and w.relation = 'present' and w.article_id <> ?"
                                + " order by d.path limit 1",
                        UrlValue.of(url),
                        id),
                row -> row.getString("path"));
    }

    /** Forgets where a deleted article was; what it was called before stays known. */
    static void forget(Session session, UUID id) {
        session.update(Sql.of("delete from address where article_id = ? and relation <> 'former'", id));
    }

    private static void insert(Session session, String relation, UUID id, List<String> forms, List<String> values) {
        if (!values.isEmpty()) {
            session.update(Sql.of(INSERT, relation, id, List.copyOf(forms), List.copyOf(values)));
        }
    }
}
