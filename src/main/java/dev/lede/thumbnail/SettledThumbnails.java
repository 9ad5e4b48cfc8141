package dev.lede.thumbnail;

import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.thumbnail.KnownPicture.State;
import dev.lede.thumbnail.view.ThumbnailView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of articles that are being stored: what the articles tell of them, and what is noted so that they are
 * told when their pictures change.
 */
public final class SettledThumbnails {

    private final Map<UUID, ThumbnailView> views;
    private final List<Sql> rows;

    private SettledThumbnails(Map<UUID, ThumbnailView> views, List<Sql> rows) {
        this.views = views;
        this.rows = rows;
    }

    static SettledThumbnails of(List<Shown> shown, Map<String, KnownPicture> known, ThumbnailViews views) {
        var told = new HashMap<UUID, ThumbnailView>();
        var rows = new ArrayList<Sql>();
        for (var one : shown) {
            var origin = one.origin();
            if (origin == null) {
                told.put(one.article(), views.of(one, null));
                continue;
            }
            var picture = known.getOrDefault(origin.id(), KnownPicture.NEW);
            // A copy that Lede has stays, though nothing is fetched from there any more.
            var isOurs = one.wanted() || picture.state() == State.READY;
            told.put(one.article(), views.of(one, isOurs ? picture : null));
            if (isOurs) {
                rows.add(row(one, origin, picture));
            }
        }
        return new SettledThumbnails(told, rows);
    }

    private static Sql row(Shown shown, Origin origin, KnownPicture picture) {
        return Sql.of(
                "insert into thumbnail (article_id, picture_id, address, focus_x, focus_y, seen, fresh)"
                        + " values (?, ?, nullif(?, ''), ?, ?, ?, ?)",
                shown.article(),
                origin.key(),
                Objects.requireNonNullElse(origin.address(), ""),
                shown.focus().x(),
                shown.focus().y(),
                picture.version(),
                !picture.isSettled());
    }

    /** What an article tells of its picture; null when it has none. */
    public @Nullable ThumbnailView of(UUID article) {
        return views.get(article);
    }

    /**
     * Notes what the articles show. Pictures that nobody has looked at are queued when the transaction has committed, not
     * by it, so that nobody who wants the same one waits for it.
     *
     * @param session of the transaction, in which the articles stand and have no pictures
     */
    public void store(Session session) {
        session.laterEach(rows);
    }
}
