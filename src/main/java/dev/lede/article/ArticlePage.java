package dev.lede.article;

import dev.lede.article.Articles.Row;
import dev.lede.article.query.ArticleQuery;
import dev.lede.article.query.Snapshot;
import dev.lede.http.caching.Dependencies;
import dev.lede.http.query.PageLinks;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
        var json = new ByteArrayOutputStream(16 * 1_024);
        write(json, "{\"items\":[");
        for (var i = 0; i < items.size(); i++) {
            if (i > 0) {
                write(json, ",");
            }
            json.writeBytes(items.get(i));
        }
        write(json, "],\"page\":{\"limit\":" + limit);
        if (total != null) {
            write(json, ",\"total\":" + Math.min(total, most));
            if (total > most) {
                write(json, ",\"totalIsMinimum\":true");
            }
        }
        member(json, "next", next);
        member(json, "prev", prev);
        write(json, "}" + more + "}");
        return json.toByteArray();
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

    private static void member(ByteArrayOutputStream json, String name, @Nullable String value) {
        if (value != null) {
            // A cursor is base64url: nothing in it needs escaping.
            write(json, ",\"" + name + "\":\"" + value + "\"");
        }
    }

    private static void write(ByteArrayOutputStream json, String text) {
        json.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
