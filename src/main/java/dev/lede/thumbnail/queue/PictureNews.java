package dev.lede.thumbnail.queue;

import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which articles do not tell yet what has become of their pictures, or that they may have others. Thread-safe. */
@ApplicationScoped
public class PictureNews {

    private static final int CLEARED_AT_ONCE = 10_000;

    private final Database database;

    PictureNews(Database database) {
        this.database = database;
    }

    /** Whether there may be articles to tell; cheap. */
    public boolean isAny() {
        return database.read(session -> session.one(
                Sql.of("select exists (select from picture where news) or exists (select from thumbnail_stale)"),
                row -> row.getBoolean(1)));
    }

    /**
     * Takes the right to tell articles in this transaction: once a second, for all nodes together.
     *
     * @return whether it is to be had
     */
    public boolean takeTurn(Session session) {
        // The database's clock: those of the nodes may differ.
        return session.update(
                        Sql.of("update picture_news set told_at = clock_timestamp() where single in (select single"
                                + " from picture_news where told_at <= clock_timestamp() - interval '1 second'"
                                + " for update skip locked)"))
                == 1;
    }

    /** Articles that may show another picture, since an asset came or went: they are derived again before long. */
    public void later(Session session, List<UUID> articles) {
        if (!articles.isEmpty()) {
            session.update(Sql.of("insert into thumbnail_stale (article_id) select unnest(?::uuid[])", articles));
        }
    }

    /**
     * An article that does not tell the latest of its picture.
     *
     * @param version of the picture, which is the least that it is to tell; 0 when it may be another one
     * @param mark of an article that may show another picture, else 0
     */
    public record Untold(UUID article, long version, long mark) {}

    /** Some of the articles to tell, whose documents nobody else holds; they are held from then on. */
    public List<Untold> articles(Session session, int limit) {
        var stale = session.list(
                Sql.of(
                        "select s.article_id, 0 as version, s.id as mark from thumbnail_stale s"
                                + " join document d on d.id = s.article_id order by s.id limit ? for update of d skip locked",
                        limit),
                PictureNews::untold);
        if (stale.isEmpty()) {
            session.update(Sql.of("delete from thumbnail_stale s"
                    + " where not exists (select from document d where d.id = s.article_id)"));
        }
        var untold = new ArrayList<>(stale);
        untold.addAll(session.list(
                Sql.of(
                        "select t.article_id, p.version, 0 as mark from picture p join thumbnail t on t.picture_id = p.id"
                                + " join document d on d.id = t.article_id where p.news and t.seen < p.version"
                                + " limit ? for update of d skip locked",
                        limit - stale.size()),
                PictureNews::untold));
        return untold;
    }

    private static Untold untold(ResultSet row) throws SQLException {
        return new Untold(row.getObject("article_id", UUID.class), row.getLong("version"), row.getLong("mark"));
    }

    /** These articles have been told. What all have been told is no news any more. */
    public void told(Session session, List<Untold> untold) {
        // An article whose document cannot be read any more stays as it is, and is not asked again.
        session.update(Sql.of(
                "update thumbnail t set seen = u.version from unnest(?::uuid[], ?::bigint[]) u (id, version)"
                        + " where t.article_id = u.id and t.seen < u.version",
                untold.stream().map(Untold::article).toList(),
                untold.stream().map(Untold::version).toList()));
        session.update(Sql.of(
                "delete from thumbnail_stale where id = any(?::bigint[])",
                untold.stream().map(Untold::mark).toList()));
        var held = session.list(
                Sql.of("select encode(id, 'hex') as id from picture where news order by id limit " + CLEARED_AT_ONCE
                        + " for update skip locked"),
                row -> row.getString("id"));
        // A statement of its own: it sees the articles of whoever changed a picture just before it was held.
        session.update(Sql.of(
                "update picture p set news = false where p.id = any(select decode(h, 'hex') from unnest(?::text[]) h)"
                        + " and not exists (select from thumbnail t where t.picture_id = p.id and t.seen < p.version)",
                held));
    }
}
