package dev.lede.thumbnail;

import dev.lede.database.Session;
import dev.lede.database.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the assets that may be articles' pictures are there.
 *
 * @param first the likeliest one of those articles that have one
 */
record FoundAssets(Map<UUID, Asset> first) {

    /**
     * An asset that is an article's picture.
     *
     * @param telling it was found by its name alone
     */
    record Asset(String url, byte[] hash, boolean telling) {}

    static FoundAssets of(Session session, List<Wanted> wanted) {
        var articles = new ArrayList<UUID>();
        var places = new ArrayList<Integer>();
        var paths = new ArrayList<String>();
        for (var one : wanted) {
            for (var path : one.choice().paths()) {
                articles.add(one.article());
                places.add(places.size());
                paths.add(path);
            }
        }
        return paths.isEmpty() ? new FoundAssets(Map.of()) : look(session, Sql.of(FIRST, articles, places, paths));
    }

    // Two look-ups in the index: of a path, and of the first that begins like a telling one in the same folder.
    private static final String FIRST = "select distinct on (w.article_id) w.article_id, w.path like '%*' as telling,"
            + " x.url, x.hash from unnest(?::uuid[], ?::int[], ?::text[]) w (article_id, place, path)"
            + " cross join lateral ((select x.url, x.hash from asset x where x.path = w.path)"
            + " union all (select x.url, x.hash from asset x where w.path like '%*'"
            + " and x.path >= rtrim(w.path, '*') and x.path < rtrim(w.path, '*') || chr(1114111)"
            + " and strpos(substr(x.path, length(w.path)), '/') = 0 and x.type like 'image/%'"
            + " order by x.path limit 1)) x order by w.article_id, w.place";

    private static FoundAssets look(Session session, Sql statement) {
        var found = new HashMap<UUID, Asset>();
        session.list(
                statement,
                row -> found.put(
                        row.getObject("article_id", UUID.class),
                        new Asset(row.getString("url"), row.getBytes("hash"), row.getBoolean("telling"))));
        return new FoundAssets(found);
    }

    /** The one of an article; null when none is there. */
    @Nullable
    Asset of(UUID article) {
        return first.get(article);
    }
}
