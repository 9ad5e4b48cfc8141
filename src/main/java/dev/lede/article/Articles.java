package dev.lede.article;

import dev.lede.article.query.ArticleQuery;
import dev.lede.article.query.Matches;
import dev.lede.article.query.Snapshot;
import dev.lede.article.query.TextSearch;
import dev.lede.article.query.Total;
import dev.lede.article.query.Total.Counted;
import dev.lede.article.view.Representation;
import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Session.RowReader;
import dev.lede.http.caching.Dependencies;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages of articles: each is read from one snapshot, without a text by one statement, its answer bytes. Thread-safe. */
@ApplicationScoped
public class Articles {

    private final Database database;
    private final TextSearch search;
    private final CountedTotals totals = new CountedTotals();

    Articles(Database database, TextSearch search) {
        this.database = database;
        this.search = search;
    }

    /** A page of articles in the shape asked for. */
    public ArticlePage page(ArticleQuery query, Representation shape) {
        if (query.text().isEmpty()) {
            var rows = query.isToBeCounted()
                    ? totals.read(query.totalKey(), total -> rows(query, shape, total), Articles::counted)
                    : rows(query, shape, Total.COUNTED_NOW);
            return page(rows, query);
        }
        try (var snapshot = database.snapshot()) {
            var session = snapshot.session();
            return page(session, query, search.find(session, query), shape);
        }
    }

    /**
     * A page of what a text finds.
     *
     * @param session that the search ran in
     */
    public ArticlePage page(Session session, ArticleQuery query, Matches matches, Representation shape) {
        var statement = query.statement(shape.columns(query.perspective()), matches);
        return page(session.list(statement, new Reading(query, shape)), query);
    }

    private static ArticlePage page(List<Row> rows, ArticleQuery query) {
        var found = new ArrayList<>(rows);
        found.removeIf(row -> row.json().isEmpty());
        var more = found.size() > query.limit();
        var shown = new ArrayList<>(more ? found.subList(0, query.limit()) : found);
        if (query.isBackward()) {
            Collections.reverse(shown);
        }
        return ArticlePage.of(query, shown, more, rows.get(0));
    }

    private List<Row> rows(ArticleQuery query, Representation shape, Total wanted) {
        var statement = query.statement(shape.columns(query.perspective()), wanted);
        return database.read(session -> session.list(statement, new Reading(query, shape)));
    }

    private static Optional<Counted> counted(List<Row> rows) {
        var any = rows.get(0);
        return Optional.ofNullable(any.total())
                .map(total -> new Counted(any.snapshot().revision(), total));
    }

    /**
     * A row of a page; without article when the page has none.
     *
     * @param place by which a cursor goes on from here; empty in rows from which none does
     */
    record Row(
            Snapshot snapshot, @Nullable Long total, Optional<byte[]> json, List<String> place, Dependencies others) {}

    /** Reads the rows of one page, what they have in common from the first alone. */
    private static final class Reading implements RowReader<Row> {

        private final ArticleQuery query;
        private final Representation shape;
        private @Nullable Row first;

        Reading(ArticleQuery query, Representation shape) {
            this.query = query;
            this.shape = shape;
        }

        @Override
        public Row read(ResultSet row) throws SQLException {
            var read = first == null
                    ? read(row, Snapshot.of(row), row.getObject("total", Long.class))
                    : read(row, first.snapshot(), first.total());
            if (first == null) {
                first = read;
            }
            return read;
        }

        private Row read(ResultSet row, Snapshot snapshot, @Nullable Long total) throws SQLException {
            if (first == null && row.getObject("id") == null) {
                return new Row(snapshot, total, Optional.empty(), List.of(), Dependencies.NONE);
            }
            // Pages go on from their ends, and where there is no other row behind the last, to nowhere.
            var isEnd = first == null || row.getRow() == query.limit();
            return new Row(
                    snapshot,
                    total,
                    Optional.of(shape.bytes(row)),
                    isEnd ? query.placeOf(row) : List.of(),
                    shape.others(row));
        }
    }
}
