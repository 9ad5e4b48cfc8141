package dev.lede.change.following;

import dev.lede.article.query.Perspective;
import dev.lede.article.query.Snapshot;
import dev.lede.database.Sql;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements by which followers read. Each row of them is read by {@link Told}. */
final class FollowingSql {

    /** What every statement on {@code revision r} and {@code change_log l} begins with. */
    static final String HEAD = Snapshot.COLUMNS + ", l.id as log, l.horizon";

    private final Followed followed;
    private final WalkSql walk;

    FollowingSql(Followed followed) {
        this.followed = followed;
        this.walk = new WalkSql(followed);
    }

    /** What is there, by id, behind this article. */
    Sql snapshotPage(@Nullable UUID after, int most) {
        return Sql.of("select " + HEAD + ", p.* from revision r cross join change_log l left join lateral (")
                .then(snapshot(after))
                .then("order by a.id limit " + most + ") p on true");
    }

    /** The same, all of it, in whatever order. */
    Sql snapshot(@Nullable UUID after) {
        var rows = Sql.of("select a.id, d.path, a.url, a.lang, coalesce(c.at, d.updated_at) as at,"
                        + " null::uuid as moved_from, true as present,")
                .then(columns())
                .then("from article a join document d on d.id = a.id"
                        + " left join latest_change n on n.article_id = a.id"
                        + " left join change c on c.batch = n.batch and c.ordinal = n.ordinal where")
                .then(followed.filter().present());
        return after == null ? rows : rows.then("and a.id > ?", after);
    }

    /** What changed behind a place, in order, with {@code walked} and where that ended. */
    Sql deltaPage(Place place, int most) {
        return Sql.of("with")
                .then(walk.page(place, most))
                .then("select " + HEAD + ", w.walked, w.last_revision, w.last_ordinal, p.*"
                        + " from revision r cross join change_log l left join (select revision as last_revision,"
                        + " ordinal as last_ordinal, (select count(*) from walked) as walked from walked"
                        + " order by revision desc, ordinal desc limit 1) w on true left join lateral (")
                .then(delta(place))
                .then("limit " + most + ") p on true");
    }

    /** The same, all of it. */
    Sql deltas(Place place) {
        return Sql.of("with").then(walk.whole(place)).then(delta(place));
    }

    /** How many changes the page of a delta looks at. */
    int mostWalked() {
        return walk.most();
    }

    private Sql delta(Place place) {
        return Sql.of(
                        "select w.revision as in_revision, w.ordinal as in_ordinal, w.article_id as id,"
                                + " (select d.path from document d where d.id = a.id) as path, a.url, a.lang, c.at,"
                                + " a.id is not null as present, (select h.moved_from from change h"
                                + " join revision_batch b on b.batch = h.batch where h.article_id = w.article_id"
                                + " and h.moved_from is not null and b.revision > ?"
                                + " order by b.revision desc, h.ordinal desc limit 1) as moved_from,",
                        place.whole())
                .then(columns())
                .then("from told w join change c on c.batch = w.batch and c.ordinal = w.ordinal"
                        + " left join article a on a.id = w.article_id and")
                .then(followed.filter().present())
                // What the follower never had it need not forget.
                .then(
                        "where a.id is not null or exists (select from change h"
                                + " join revision_batch b on b.batch = h.batch where h.article_id = w.article_id"
                                + " and b.revision > ? and",
                        place.whole())
                .then(followed.filter().former())
                .then(") order by w.revision, w.ordinal, w.article_id");
    }

    private Sql columns() {
        return followed.shape().columns(Perspective.PUBLISHED);
    }
}
