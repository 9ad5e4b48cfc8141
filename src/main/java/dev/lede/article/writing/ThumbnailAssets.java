package dev.lede.article.writing;

import dev.lede.article.draft.ArticleDraft;
import dev.lede.article.draft.ThumbnailChoice;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.thumbnail.ThumbnailView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the pictures that may be an article's thumbnail are there.
 *
 * @param found the first asset of those who have one
 */
record ThumbnailAssets(Map<UUID, Asset> found) {

    /** @param telling it was found by its name alone */
    record Asset(String url, boolean telling) {}

    static ThumbnailAssets of(Session session, List<ArticleDraft> drafts) {
        var articles = new ArrayList<UUID>();
        var places = new ArrayList<Integer>();
        var paths = new ArrayList<String>();
        for (var draft : drafts) {
            for (var path : draft.thumbnail().paths()) {
                articles.add(draft.article().id());
                places.add(places.size());
                paths.add(path);
            }
        }
        return paths.isEmpty() ? new ThumbnailAssets(Map.of()) : look(session, Sql.of(FIRST, articles, places, paths));
    }

    // Two look-ups in the index: of a path, and of the first that begins like a telling one in the same folder.
    private static final String FIRST = "select distinct on (w.article_id) w.article_id, w.path like '%*' as telling,"
            + " x.url from unnest(?::uuid[], ?::int[], ?::text[]) w (article_id, place, path)"
            + " cross join lateral ((select x.url from asset x where x.path = w.path)"
            + " union all (select x.url from asset x where w.path like '%*'"
            + " and x.path >= rtrim(w.path, '*') and x.path < rtrim(w.path, '*') || chr(1114111)"
            + " and strpos(substr(x.path, length(w.path)), '/') = 0 and x.type like 'image/%'"
            + " order by x.path limit 1)) x order by w.article_id, w.place";

    private static ThumbnailAssets look(Session session, Sql statement) {
        var found = new HashMap<UUID, Asset>();
        session.list(statement, row -> {
            found.put(
                    row.getObject("article_id", UUID.class),
                    new Asset(row.getString("url"), row.getBoolean("telling")));
            return true;
        });
        return new ThumbnailAssets(found);
    }

    /** The article's thumbnail as it is now; null for none. */
    @Nullable
    ThumbnailView of(ArticleDraft draft) {
        ThumbnailChoice choice = draft.thumbnail();
        var asset = found.get(draft.article().id());
        if (asset != null) {
            // What the document says of its picture is not said of a file that was found by its name.
            return ThumbnailView.atOrigin(asset.url(), asset.telling() ? null : choice.alt());
        }
        return choice.otherwise() == null ? null : ThumbnailView.atOrigin(choice.otherwise(), choice.alt());
    }
}
