package dev.lede.article;

import dev.lede.article.query.ArticleQuery;
import dev.lede.article.query.Perspective;
import dev.lede.article.view.Shape;
import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The articles to read: each read is one statement on one snapshot, its answer bytes. Thread-safe. */
@ApplicationScoped
public class Articles {

    /** A reader who wants {@code zh} is content with {@code zh-CN}: RFC 4647 §3.3.1, basic filtering. */
    private static final String RANK = "coalesce((select min(w.place)"
            + " from unnest(?::text[]) with ordinality w (tag, place)"
            + " where lower(a.lang) = lower(w.tag) or starts_with(lower(a.lang), lower(w.tag) || '-')), 1000)";

    private final Database database;

    Articles(Database database) {
        this.database = database;
    }

    /** A page of articles in the shape asked for. */
    public ArticlePage page(ArticleQuery query, Shape shape) {
        var columns = shape.columns(query.perspective() == Perspective.PUBLISHED);
        var rows = database.read(session -> session.list(query.statement(columns), row -> Row.of(row, query, shape)));
        var found = new ArrayList<>(rows);
        found.removeIf(row -> row.json().isEmpty());
        var more = found.size() > query.limit();
        var shown = new ArrayList<>(more ? found.subList(0, query.limit()) : found);
        if (query.isBackward()) {
            Collections.reverse(shown);
        }
        return ArticlePage.of(query, shown, more, rows.get(0));
    }

    /** A row of a page; without article when the page has none. */
    record Row(Snapshot snapshot, @Nullable Long total, Optional<byte[]> json, List<String> place) {

        private static Row of(ResultSet row, ArticleQuery query, Shape shape) throws SQLException {
            var snapshot = Snapshot.of(row);
            var total = row.getObject("total", Long.class);
            return row.getObject("id") == null
                    ? new Row(snapshot, total, Optional.empty(), List.of())
                    : new Row(snapshot, total, Optional.of(shape.json(row)), query.placeOf(row));
        }
    }

    /**
     * What an answer's snapshot was.
     *
     * @param turn when the clock next changes what is visible; null when it never does
     */
    public record Snapshot(long revision, @Nullable Instant turn) {

        static Snapshot of(ResultSet row) throws SQLException {
            var turn = row.getObject("turn", OffsetDateTime.class);
            return new Snapshot(row.getLong("revision"), turn == null ? null : turn.toInstant());
        }
    }

    /**
     * The articles that a key names, with the snapshot that was looked at.
     *
     * @param several whether a language had to decide among more
     */
    public record Found(Snapshot snapshot, boolean several, List<byte[]> candidates) {

        private static Found of(ResultSet row, Shape shape) throws SQLException {
            return new Found(
                    Snapshot.of(row),
                    row.getInt("borne") > 1,
                    row.getObject("id") == null ? List.of() : List.of(shape.json(row)));
        }
    }

    /**
     * The article with an id, or those that bear a slug: of these, the ones in the first language that any of them is in.
     *
     * @param languages the reader's, best first
     */
    public Found find(ArticleKey key, List<String> languages, Perspective perspective, Shape shape) {
        return database.read(session -> find(session, key, languages, perspective, shape));
    }

    /** The article of a document as a transaction sees it, however far from being published. */
    public byte[] written(Session session, UUID id) {
        var found = find(session, new ArticleKey(id, null), List.of(), Perspective.ALL, Shape.FULL);
        return found.candidates().get(0);
    }

    private static Found find(
            Session session, ArticleKey key, List<String> languages, Perspective perspective, Shape shape) {
        var candidates = Sql.of("select a.id, " + RANK + " as rank from article a where", languages)
                .then(key.condition())
                .then("and " + perspective.condition());
        var statement = Sql.of("with candidate as (")
                .then(candidates)
                .then(") select r.number as revision, " + ArticleQuery.TURN + " as turn,"
                        + " (select count(*) from candidate) as borne, p.* from revision r"
                        + " left join lateral (select a.id, " + shape.columns(perspective == Perspective.PUBLISHED)
                        + " from candidate c join article a on a.id = c.id"
                        + " where c.rank = (select min(rank) from candidate) order by a.url, a.id limit "
                        + ArticleKey.MOST_CANDIDATES + ") p on true");
        var rows = session.list(statement, row -> Found.of(row, shape));
        var articles = rows.stream().flatMap(row -> row.candidates().stream()).toList();
        return new Found(rows.get(0).snapshot(), rows.get(0).several(), articles);
    }
}
