package dev.lede.change;

import dev.lede.article.writing.ArticleChanged;
import dev.lede.article.writing.ContentChanged;
import dev.lede.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/** Writes down every change, inside the transaction that makes it. */
@ApplicationScoped
class ChangeLog {

    void record(@Observes ContentChanged news) {
        var ordinal = 0;
        for (ArticleChanged change : news.changes()) {
            news.session()
                    .update(Sql.of(
                            "insert into change (revision, ordinal, type, article_id, path, url, lang,"
                                    + " was_visible, is_visible, touched, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            news.revision(),
                            ordinal++,
                            change.type().name().toLowerCase(Locale.ROOT),
                            change.id(),
                            change.path(),
                            change.url(),
                            change.lang(),
                            change.wasVisible(),
                            change.isVisible(),
                            change.touched(),
                            news.at()));
        }
    }
}
