package dev.lede.thumbnail.queue;

import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Which articles do not tell yet what has become of their pictures. Thread-safe. */
@ApplicationScoped
public class PictureNews {

    private final Database database;

    PictureNews(Database database) {
        this.database = database;
    }

    /** Whether there may be articles to tell; cheap. */
    public boolean isAny() {
        return database.read(session ->
                session.one(Sql.of("select exists (select from picture where news)"), row -> row.getBoolean(1)));
    }

    /**
     * Takes the right to tell articles in this transaction: once a second, for all nodes together.
     *
     * @return whether it is to be had
     */
    public boolean takeTurn(Session session, OffsetDateTime now) {
        return session.update(Sql.of(
                        "update picture_news set told_at = ? where single in (select single from picture_news"
                                + " where told_at <= ? for update skip locked)",
                        now,
                        now.minusSeconds(1)))
                == 1;
    }

    /** Some of the articles to tell. */
    public List<UUID> articles(Session session, int limit) {
        return session.list(
                Sql.of(
                        "select t.article_id from picture p join thumbnail t on t.picture_id = p.id"
                                + " where p.news and t.seen < p.version limit ?",
                        limit),
                row -> row.getObject("article_id", UUID.class));
    }

    /** These articles have been told. What all have been told is no news any more. */
    public void told(Session session, List<UUID> articles) {
        // An article whose document cannot be read any more stays as it is, and is not asked again.
        session.update(Sql.of(
                "update thumbnail t set seen = p.version from picture p where p.id = t.picture_id"
                        + " and t.seen < p.version and t.article_id = any(?::uuid[])",
                articles));
        // Always in the same order, so that nobody who looks at pictures meanwhile waits for ever.
        session.update(Sql.of("update picture set news = false where id in (select p.id from picture p where p.news"
                + " and not exists (select from thumbnail t where t.picture_id = p.id and t.seen < p.version)"
                + " order by p.id for update skip locked)"));
    }
}
