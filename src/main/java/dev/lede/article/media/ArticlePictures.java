package dev.lede.article.media;

import dev.lede.article.query.Snapshot;
import dev.lede.database.Database;
import dev.lede.database.Sql;
import dev.lede.hash.Sha256;
import dev.lede.thumbnail.picture.Focus;
import dev.lede.thumbnail.rendition.ShownPicture;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The pictures that articles show, where Lede has a copy of them. Thread-safe. */
@ApplicationScoped
public class ArticlePictures {

    private final Database database;

    ArticlePictures(Database database) {
        this.database = database;
    }

    /**
     * An article's picture with what decides who may see it.
     *
     * @param visible the article is
     */
    public record Found(ShownPicture picture, boolean visible, Snapshot snapshot) {}

    /** The picture of an article, whoever may see it; nothing until it is ready, nor for one that is not made of pixels. */
    public Optional<Found> find(UUID article) {
        var statement = Sql.of(
                "select " + Snapshot.COLUMNS + ", a.visible, t.focus_x, t.focus_y, p.id, p.hash, p.type from revision r"
                        + " cross join article a join thumbnail t on t.article_id = a.id"
                        + " join picture p on p.id = t.picture_id where a.id = ? and p.status = 'ready'"
                        + " and p.hash is not null and p.width is not null",
                article);
        return database.read(session -> session.first(
                statement,
                row -> new Found(
                        new ShownPicture(
                                Sha256.hex(row.getBytes("id")),
                                Sha256.hex(row.getBytes("hash")),
                                row.getString("type"),
                                new Focus(row.getDouble("focus_x"), row.getDouble("focus_y"))),
                        row.getBoolean("visible"),
                        Snapshot.of(row))));
    }
}
