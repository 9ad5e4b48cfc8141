package dev.lede.change;

import dev.lede.article.transaction.ArticleChanged;
import dev.lede.article.transaction.ContentChanged;
import dev.lede.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes down every change, inside the transaction that makes it. */
@ApplicationScoped
class ChangeLog {

    void record(@Observes ContentChanged news) {
        var ordinal = 0;
        for (ArticleChanged change : news.changes()) {
            news.session().update(row(news, ordinal++, change));
        }
        for (var path : news.assets()) {
            news.session()
                    .update(Sql.of(
                            "insert into change (revision, ordinal, type, path, url, lang, was_visible, is_visible,"
                                    + " touched, at) values (?, ?, 'asset', ?, '', '', false, false, ?, ?)",
                            news.revision(),
                            ordinal++,
                            path,
                            List.of("asset:" + path),
                            news.at()));
        }
    }

    private static Sql row(ContentChanged news, int ordinal, ArticleChanged change) {
        return Sql.of(
                "insert into change (revision, ordinal, type, article_id, path, url, lang, was_visible, is_visible,"
                        + " moved_from, touched, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, '')::uuid, ?, ?)",
                news.revision(),
                ordinal,
                change.type().name().toLowerCase(Locale.ROOT),
                change.id(),
                change.path(),
                change.url(),
                change.lang(),
                change.wasVisible(),
                change.isVisible(),
                Objects.toString(change.movedFrom(), ""),
                change.touched(),
                news.at());
    }
}
