package dev.lede.change;

import dev.lede.article.transaction.ArticleChanged;
import dev.lede.article.transaction.ContentChanged;
import dev.lede.article.transaction.ShownElsewhere;
import dev.lede.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** Writes down every change, inside the transaction that makes it, and which is the latest of each article. */
@ApplicationScoped
class ChangeLog {

    void record(@Observes ContentChanged news) {
        var rows = new ArrayList<Sql>();
        for (ArticleChanged change : news.changes()) {
            rows.add(article(news, news.ordinal() + rows.size(), change));
        }
        for (var path : news.assets()) {
            rows.add(asset(news, news.ordinal() + rows.size(), path));
        }
        news.session().laterEach(rows);
        latest(news);
    }

    private static void latest(ContentChanged news) {
        var ordinals = new TreeMap<UUID, Integer>();
        for (int i = 0; i < news.changes().size(); i++) {
            ordinals.put(news.changes().get(i).id(), news.ordinal() + i);
        }
        if (!ordinals.isEmpty()) {
            news.session()
                    .later(Sql.of(
                            "insert into latest_change (batch, article_id, ordinal)"
                                    + " select ?, n.id, n.ordinal from unnest(?::uuid[], ?::integer[]) n (id, ordinal)"
                                    + " on conflict (article_id) do update"
                                    + " set batch = excluded.batch, ordinal = excluded.ordinal",
                            news.batch(),
                            List.copyOf(ordinals.keySet()),
                            List.copyOf(ordinals.values())));
        }
    }

    private static Sql asset(ContentChanged news, int ordinal, String path) {
        return row(
                news,
                ordinal,
                ShownElsewhere.UNDATED,
                "asset",
                "",
                path,
                "",
                "",
                false,
                false,
                "",
                List.of("asset:" + path));
    }

    private static Sql article(ContentChanged news, int ordinal, ArticleChanged change) {
        return row(
                news,
                ordinal,
                change.shown(),
                change.type().name().toLowerCase(Locale.ROOT),
                change.id().toString(),
                change.path(),
                change.url(),
                change.lang(),
                change.wasVisible(),
                change.isVisible(),
                Objects.toString(change.movedFrom(), ""),
                change.touched());
    }

    // One text for all, so that all go in one round trip.
    private static Sql row(ContentChanged news, int ordinal, ShownElsewhere shown, Object... values) {
        return Sql.of(
                        "insert into change (batch, at, cause, ordinal, shown_otherwise, date_before, date_after, type,"
                                + " article_id, path, url, lang, was_visible, is_visible, moved_from, touched)"
                                + " values (?, ?, ?, ?, ?, ?, ?,",
                        news.batch(),
                        news.at(),
                        news.cause().text(),
                        ordinal,
                        shown.otherwise(),
                        shown.before(),
                        shown.after())
                .then("?, nullif(?, '')::uuid, ?, ?, ?, ?, ?, nullif(?, '')::uuid, ?)", values);
    }
}
