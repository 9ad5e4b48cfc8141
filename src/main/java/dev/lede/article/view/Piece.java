package dev.lede.article.view;

import dev.lede.article.query.Perspective;
import dev.lede.database.Sql;
import dev.lede.http.caching.Dependencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** A part of an article's answer, as a column of the statement that reads {@code article a}. */
enum Piece {
    CARD("a.card"),
    DETAILS("a.details"),
    STATUS("a.status"),
    TRANSLATIONS(
            "(select string_agg(o.reference, ',' order by o.lang, o.id) from article o"
                    + " where o.translation_key = a.translation_key and o.id <> a.id and {o visible})",
            "array['translations:' || a.translation_key]"),
    BODY("a.body"),
    /** What goes into the body: see {@link StoredBody}. */
    LINKS(
            "(select string_agg(l.at || ' ' || coalesce((select coalesce(o.url, x.url)"
                    + " from unnest(l.paths) with ordinality c (path, place)"
                    + " left join document d on d.path = c.path left join article o on o.id = d.id and {o visible}"
                    + " left join asset x on x.path = c.path where o.id is not null or x.path is not null"
                    + " order by c.place limit 1),"
                    + " case when l.slug <> '' then (select o.url from article o where o.slug = l.slug and {o visible}"
                    + " order by o.lang <> a.lang, o.url limit 1) end, l.otherwise), e'\\n' order by l.ordinal)"
                    + " from article_link l where l.article_id = a.id)",
            "array(select 'path:' || c.path from article_link l cross join unnest(l.paths) c (path)"
                    + " where l.article_id = a.id union select 'slug:' || l.slug from article_link l"
                    + " where l.article_id = a.id and l.slug <> '')"),
    TEXT("a.plain"),
    PROSE("a.prose"),
    MARKDOWN("(select substring(d.bytes from a.body_offset + 1) from document d where d.id = a.id)"),
    NEIGHBORS(
            "json_strip_nulls(json_build_object('previous', " + neighbor("<", " desc") + ", 'next', "
                    + neighbor(">", "") + "))::text",
            "array['section:' || a.section]"),
    /** Whatever article changes may be closer than those that are. */
    RELATED(RelatedSql.EXPRESSION, "array['" + Dependencies.ARTICLES + "']");

    /** Stands where an expression reads other articles under the name {@code o}. */
    private static final String VISIBLE = "{o visible}";

    private final String expression;

    /** What beside the article's own row it is made of, as an array of touched things; empty for nothing. */
    private final String others;

    Piece(String expression) {
        this(expression, "");
    }

    Piece(String expression, String others) {
        this.expression = expression;
        this.others = others;
    }

    // By date, within section and language; those without a date are the oldest.
    private static String neighbor(String comparison, String direction) {
        return "(select o.reference::jsonb - 'lang' from article o where {o visible} and o.kind = 'page'"
                + " and o.section = a.section and o.lang = a.lang and (o.date, o.id) " + comparison + " (a.date, a.id)"
                + " order by o.date" + direction + ", o.id" + direction + " limit 1)";
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param perspective by which other articles may be told of */
    Sql column(Perspective perspective) {
        var column = Sql.EMPTY;
        var rest = expression;
        for (int at = rest.indexOf(VISIBLE); at >= 0; at = rest.indexOf(VISIBLE)) {
            column = column.then(rest.substring(0, at)).then(perspective.condition("o"));
            rest = rest.substring(at + VISIBLE.length());
        }
        return column.then(rest + " as " + label() + (others.isEmpty() ? "" : ", " + others + " as " + othersLabel()));
    }

    /** What beside the article's own row this piece of a row was made of. */
    List<String> others(ResultSet row) throws SQLException {
        if (others.isEmpty()) {
            return List.of();
        }
        return List.of((String[]) row.getArray(othersLabel()).getArray());
    }

    private String othersLabel() {
        return label() + "_from";
    }
}
