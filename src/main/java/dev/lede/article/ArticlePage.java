package dev.lede.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.article.Articles.Row;
import dev.lede.article.query.ArticleQuery;
import dev.lede.article.query.Snapshot;
import dev.lede.http.caching.Dependencies;
import dev.lede.http.query.PageLinks;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items each a JSON object in UTF-8
 * @param total of all pages, when it was asked for
 * @param next the cursor of the page after, where there is one
 * @param prev the cursor of the page before, where there is one
 * @param most what a greater total is told as
 * @param others what the items depend on beside their own articles
 */
public record ArticlePage(
        List<byte[]> items,
        Snapshot snapshot,
        @Nullable Long total,
        @Nullable String next,
        @Nullable String prev,
        int limit,
        long most,
        Dependencies others) {

    private static final byte[] BEGINNING = "{\"items\":[".getBytes(UTF_8);

    static ArticlePage of(ArticleQuery query, List<Row> shown, boolean more, Row any) {
        var hasNext = query.isBackward() || more;
        var hasPrev = query.isBackward() ? more : !query.isFirst();
        var items = shown.stream().map(row -> row.json().orElseThrow()).toList();
        return new ArticlePage(
                items,
                any.snapshot(),
                any.total(),
                hasNext && !shown.isEmpty() ? cursor(query, shown.get(shown.size() - 1), false) : null,
                hasPrev && !shown.isEmpty() ? cursor(query, shown.get(0), true) : null,
                query.limit(),
                query.text().isPresent() ? ArticleQuery.MOST_COUNTED : Long.MAX_VALUE,
                shown.stream().map(Row::others).reduce(Dependencies.NONE, Dependencies::and));
    }

    private static String cursor(ArticleQuery query, Row row, boolean backward) {
        return query.beside(row.place(), backward).encode();
    }

    /** What the page depends on, if which articles belong to it does on this. */
    Dependencies dependencies(Dependencies members) {
        return members.and(others);
    }

    /**
     * As clients read it.
     *
     * @param more members beside items and page, each with a comma before it
     */
    byte[] json(String more) {
        var end = end(more).getBytes(UTF_8);
        int size = BEGINNING.length + Math.max(0, items.size() - 1) + end.length;
        for (var item : items) {
            size += item.length;
        }
        var json = ByteBuffer.allocate(size).put(BEGINNING);
        for (var i = 0; i < items.size(); i++) {
            if (i > 0) {
                json.put((byte) ',');
            }
            json.put(items.get(i));
        }
        return json.put(end).array();
    }

    private String end(String more) {
        var end = new StringBuilder("],\"page\":{\"limit\":").append(limit);
        if (total != null) {
            end.append(",\"total\":").append(Math.min(total, most));
            if (total > most) {
                end.append(",\"totalIsMinimum\":true");
            }
        }
        member(end, "next", next);
        member(end, "prev", prev);
        return end.append('}').append(more).append('}').toString();
    }

    /** The pages beside this one, as values of {@code Link}. */
    public List<String> links(PageLinks links) {
        var all = new ArrayList<>(List.of(links.first()));
        if (prev != null) {
            all.add(links.to("prev", "cursor", prev));
        }
        if (next != null) {
            all.add(links.to("next", "cursor", next));
        }
        return all;
    }

    private static void member(StringBuilder json, String name, @Nullable String value) {
        if (value != null) {
            // A cursor is base64url: nothing in it needs escaping.
            json.append(",\"").append(name).append("\":\"").append(value).append('"');
        }
    }
}
