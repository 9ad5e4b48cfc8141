package dev.lede.article.key;

import dev.lede.article.query.Perspective;
import dev.lede.article.query.Snapshot;
import dev.lede.article.view.Representation;
import dev.lede.article.view.Shape;
import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.http.caching.Answer;
import dev.lede.http.caching.Dependencies;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Articles by their present and former keys. What is there takes one statement on one snapshot. Thread-safe. */
@ApplicationScoped
public class KeyedArticles {

    /** Of the articles that share a slug and a language, so many are named. */
    private static final int MOST_CANDIDATES = 20;

    /** Up to so many articles that share a slug are read whole, to choose among them. */
    private static final int FEW = 8;

    /** {@link ReaderLanguages#rank} as SQL. */
    private static final String RANK = "coalesce((select min(w.place)"
            + " from unnest(?::text[]) with ordinality w (tag, place)"
            + " where lower(a.lang) = lower(w.tag) or starts_with(lower(a.lang), lower(w.tag) || '-')), "
            + ReaderLanguages.UNWANTED + ") as rank";

    private final Database database;

    KeyedArticles(Database database) {
        this.database = database;
    }

    /**
     * The articles that a key names, with the snapshot that was looked at.
     *
     * @param byHeader whether {@code Accept-Language} had to decide among more
     */
    public record Found(Snapshot snapshot, boolean byHeader, List<byte[]> candidates, Dependencies dependencies) {

        private static Found of(Snapshot snapshot, boolean byHeader, List<Piece> pieces, ArticleKey key) {
            return new Found(
                    snapshot,
                    byHeader,
                    pieces.stream().map(Piece::bytes).toList(),
                    // Whoever comes to bear the key or bears it no more touches it, and so does a change of who bears
                    // it.
                    pieces.stream().map(Piece::dependencies).reduce(key.dependencies(), Dependencies::and));
        }

        /** An answer made from it. */
        public Answer answer(Answer made) {
            return snapshot.answer(made).dependingOn(dependencies);
        }
    }

    /** What is asked: by which key, in which languages, and how far the reader may see. */
    public record Asked(ArticleKey key, ReaderLanguages languages, Perspective perspective) {}

    /** The article with an id, or those that bear a slug: of these, the ones in the first language that any is in. */
    public Found find(Asked asked, Representation representation) {
        return database.read(session -> find(session, asked, representation));
    }

    /** The article of a document as a transaction sees it, however far from being published. */
    public byte[] written(Session session, UUID id) {
        return find(session, new Asked(ArticleKey.of(id), ReaderLanguages.ANY, Perspective.ALL), Shape.FULL)
                .candidates()
                .get(0);
    }

    private record Row(Snapshot snapshot, int borne, int rank, Optional<Piece> piece) {
        static Row of(ResultSet row, Representation representation) throws SQLException {
            return new Row(
                    Snapshot.of(row),
                    row.getInt("borne"),
                    row.getInt("rank"),
                    row.getObject("id") == null ? Optional.empty() : Optional.of(Piece.of(row, representation)));
        }
    }

    /** An article as it is answered. */
    private record Piece(byte[] bytes, Dependencies dependencies) {

        static Piece of(ResultSet row, Representation representation) throws SQLException {
            return new Piece(
                    representation.bytes(row),
                    Dependencies.on("article:" + row.getString("id")).and(representation.others(row)));
        }
    }

    private static Found find(Session session, Asked asked, Representation representation) {
        var perspective = asked.perspective();
        // Nearly always one article bears a key, or one in each of a few languages: choosing among them here is quicker
        // than a statement that chooses.
        var statement = Sql.of("select " + Snapshot.COLUMNS + ", p.* from revision r"
                        + " left join lateral (select a.id, a.lang, a.url,")
                .then(representation.columns(perspective))
                .then("from article a where")
                .then(asked.key().condition())
                .then("and")
                .then(perspective.condition("a"))
                .then("limit " + (FEW + 1) + ") p on true");
        var rows = session.list(statement, row -> Bearer.of(row, representation));
        return rows.size() > FEW ? findAmongMany(session, asked, representation) : Bearer.best(rows, asked);
    }

    /** A row of the statement that reads all who bear a key; there is no {@code piece} when nobody does. */
    private record Bearer(
            Snapshot snapshot,
            String id,
            String lang,
            String url,
            @Nullable Piece piece) {

        private static final Comparator<Bearer> ORDER =
                Comparator.comparing(Bearer::url).thenComparing(Bearer::id);

        static Bearer of(ResultSet row, Representation representation) throws SQLException {
            var id = row.getString("id");
            return id == null
                    ? new Bearer(Snapshot.of(row), "", "", "", null)
                    : new Bearer(
                            Snapshot.of(row),
                            id,
                            row.getString("lang"),
                            row.getString("url"),
                            Piece.of(row, representation));
        }

        static Found best(List<Bearer> rows, Asked asked) {
            var languages = asked.languages();
            var borne = rows.stream().filter(row -> row.piece != null).toList();
            var best = borne.stream()
                    .mapToInt(row -> languages.rank(row.lang))
                    .min()
                    .orElse(0);
            return Found.of(
                    rows.get(0).snapshot,
                    borne.size() > 1 && languages.isByHeader(best),
                    borne.stream()
                            .filter(row -> languages.rank(row.lang) == best)
                            .sorted(ORDER)
                            .map(row -> Objects.requireNonNull(row.piece))
                            .toList(),
                    asked.key());
        }
    }

    private static Found findAmongMany(Session session, Asked asked, Representation representation) {
        var languages = asked.languages();
        var perspective = asked.perspective();
        var statement = Sql.of("with candidate as (select a.id, " + RANK + " from article a where", languages.tags())
                .then(asked.key().condition())
                .then("and")
                .then(perspective.condition("a"))
                .then(") select " + Snapshot.COLUMNS
                        + ", (select count(*) from candidate) as borne, p.* from revision r"
                        + " left join lateral (select a.id, c.rank,")
                .then(representation.columns(perspective))
                .then("from candidate c join article a on a.id = c.id"
                        + " where c.rank = (select min(rank) from candidate) order by a.url, a.id limit "
                        + MOST_CANDIDATES + ") p on true");
        var rows = session.list(statement, row -> Row.of(row, representation));
        var any = rows.get(0);
        var pieces = rows.stream().flatMap(row -> row.piece().stream()).toList();
        return Found.of(any.snapshot(), any.borne() > 1 && languages.isByHeader(any.rank()), pieces, asked.key());
    }

    /** What has become of an article that a key named before. */
    public sealed interface Former {}

    /**
     * It is called otherwise now.
     *
     * @param key by which it alone is found
     */
    public record Moved(ArticleKey key, Snapshot snapshot, boolean byHeader) implements Former {}

    /** It was deleted. */
    public record Gone() implements Former {}

    /** What is known of a key that no article has. Of what never was visible nothing is told. */
    public Optional<Former> former(Asked asked) {
        return database.read(session -> {
            var moved = moved(session, asked);
            return moved.isPresent() || asked.key().form() != ArticleKey.Form.ID ? moved : gone(session, asked.key());
        });
    }

    private static Optional<Former> moved(Session session, Asked asked) {
        var key = asked.key();
        var languages = asked.languages();
        var perspective = asked.perspective();
        var statement = Sql.of(
                        "select " + Snapshot.COLUMNS + ", p.* from revision r cross join lateral (select a.id, a.slug, "
                                + RANK + ", count(*) over () as borne,",
                        languages.tags())
                .then("(select count(*) from article o where o.slug = a.slug and")
                .then(perspective.condition("o"))
                .then(
                        ") as bearers from address f join article a on a.id = f.article_id"
                                + " where f.form = ? and f.value = ? and f.relation = 'former' and",
                        key.form().word(),
                        key.value())
                .then(perspective.condition("a"))
                .then("order by rank, a.url, a.id limit 1) p");
        return session.first(
                statement,
                row -> new Moved(
                        key.form() == ArticleKey.Form.SLUG && row.getInt("bearers") == 1
                                ? new ArticleKey(ArticleKey.Form.SLUG, row.getString("slug"))
                                : ArticleKey.of(row.getObject("id", UUID.class)),
                        Snapshot.of(row),
                        row.getInt("borne") > 1 && languages.isByHeader(row.getInt("rank"))));
    }

    private static Optional<Former> gone(Session session, ArticleKey key) {
        return session.first(
                Sql.of(
                        "select from tombstone t where t.visible and t.id in (select ?::uuid union all"
                                + " select f.article_id from address f"
                                + " where f.form = 'id' and f.value = ? and f.relation = 'former')",
                        key.value(),
                        key.value()),
                row -> new Gone());
    }
}
