package dev.lede.ingest.bulk;

import dev.lede.article.transaction.ContentWrite;
import dev.lede.article.writing.ArticleRows;
import dev.lede.article.writing.ArticleRows.Move;
import dev.lede.database.Sql;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.ingest.Outcome.Action;
import dev.lede.ingest.Storing;
import dev.lede.ingest.bulk.Sender.Prune;
import dev.lede.ingest.store.Assets;
import java.util.List;
import java.util.UUID;

/**
 * Deletes the documents that did not come, with the assets of their bundles, and recognises those that came under another
 * path.
 */
final class Pruning {

    private static final int AT_ONCE = 500;

    private final ContentWrite write;
    private final Stores stores;
    private final Tally tally;

    /** What is deleted from. */
    record Stores(Storing storing, ArticleRows rows, Assets assets) {}

    Pruning(ContentWrite write, Stores stores, Tally tally) {
        this.write = write;
        this.stores = stores;
        this.tally = tally;
    }

    /** Which articles, as {@code o}, are about to go. */
    static Sql going(Prune prune) {
        return Sql.of("exists (select from document d where d.id = o.article_id and")
                .then(prune.condition())
                .then(")");
    }

    void run(Prune prune) {
        var session = write.session();
        session.update(Sql.of(
                        "create temp table upload_gone on commit drop as select d.id, d.path, d.hash,"
                                + " a.translation_key, a.lang, a.url, a.bundle from document d join article a on a.id = d.id where")
                .then(prune.condition()));
        session.update(Sql.of("create temp table upload_move (gone uuid primary key, heir uuid not null unique)"
                + " on commit drop"));
        // The same bytes first; of several alike, the first goes to the first.
        match("hash");
        match("translation_key, lang");
        var deletes = session.one(
                Sql.of("select (select count(*) from upload_gone) - (select count(*) from upload_move)"),
                row -> row.getLong(1));
        if (deletes > prune.maxDeletes()) {
            throw new ProblemException(
                            ProblemType.TOO_MANY_DELETES,
                            "Nothing was stored: " + deletes + " documents below \"" + prune.scope()
                                    + "\" did not come and would be deleted, more than maxDeletes allows, "
                                    + prune.maxDeletes() + ".")
                    .withMember("deletes", deletes);
        }
        findAssets(prune);
        while (moveSome() || deleteSome() || deleteSomeAssets()) {
            // A bounded number at a time.
        }
    }

    private void match(String alike) {
        write.session()
                .update(Sql.of("insert into upload_move (gone, heir) select g.id, c.id from"
                        + " (select g.*, row_number() over (partition by " + alike + " order by g.path) as place"
                        + " from upload_gone g where not exists (select from upload_move m where m.gone = g.id)) g join"
                        + " (select c.*, row_number() over (partition by " + alike + " order by c.path) as place"
                        + " from (select d.id, d.path, d.hash, a.translation_key, a.lang from upload_stored s"
                        + " join document d on d.id = s.id join article a on a.id = s.id where s.created"
                        + " and not exists (select from upload_move m where m.heir = s.id)) c) c"
                        + " using (" + alike + ", place)"));
    }

    /**
     * What lay in the folder of a bundle that goes, and in none of one that stays. Of a bundle that moved, only what is there
     * again where it is now: pictures that were put one by one did not move with it.
     */
    private void findAssets(Prune prune) {
        write.session()
                .update(Sql.of("create temp table upload_gone_asset on commit drop as"
                                + " select distinct d.path, d.url from upload_gone g join asset d"
                                + " on d.path >= g.bundle and d.path < g.bundle || chr(1114111)"
                                + " left join upload_move m on m.gone = g.id left join article heir on heir.id = m.heir"
                                + " where g.bundle <> '' and not exists (select from article o where o.bundle >= g.bundle"
                                + " and o.bundle < g.bundle || chr(1114111) and starts_with(d.path, o.bundle)"
                                + " and not exists (select from upload_gone also where also.id = o.id))"
                                + " and (m.gone is null or heir.bundle <> '' and exists (select from asset n where n.path ="
                                + " heir.bundle || substr(d.path, length(g.bundle) + 1))) and")
                        .then(prune.condition()));
    }

    /** A document that goes. */
    private record Gone(UUID id, String path, String url, UUID heir, String movedTo) {}

    private boolean moveSome() {
        var some = write.session()
                .list(
                        Sql.of("with taken as (delete from upload_move where gone in (select gone from upload_move"
                                + " limit " + AT_ONCE + ") returning gone, heir), gone as (delete from upload_gone g"
                                + " using taken where g.id = taken.gone returning g.id, g.path, g.url, taken.heir)"
                                + " select g.*, d.path as moved_to from gone g join document d on d.id = g.heir"
                                + " order by g.path"),
                        row -> new Gone(
                                row.getObject("id", UUID.class),
                                row.getString("path"),
                                row.getString("url"),
                                row.getObject("heir", UUID.class),
                                row.getString("moved_to")));
        if (some.isEmpty()) {
            return false;
        }
        stores.rows()
                .move(
                        write,
                        some.stream()
                                .map(gone -> new Move(gone.id(), gone.heir()))
                                .toList());
        for (var gone : some) {
            tally.item(new BulkItem(gone.path(), Action.DELETED, gone.id(), gone.url(), gone.movedTo(), List.of()));
        }
        return true;
    }

    private boolean deleteSome() {
        var some = write.session()
                .list(
                        Sql.of("with taken as (delete from upload_gone where id in (select id from upload_gone"
                                + " order by path limit " + AT_ONCE + ") returning id, path, url)"
                                + " select * from taken order by path"),
                        row -> BulkItem.of(
                                row.getString("path"),
                                Action.DELETED,
                                row.getObject("id", UUID.class),
                                row.getString("url")));
        if (some.isEmpty()) {
            return false;
        }
        stores.rows().delete(write, some.stream().map(BulkItem::id).toList());
        some.forEach(tally::item);
        return true;
    }

    private boolean deleteSomeAssets() {
        var session = write.session();
        var some = session.list(
                Sql.of("with taken as (delete from upload_gone_asset where path in (select path from upload_gone_asset"
                        + " order by path limit " + AT_ONCE
                        + ") returning path, url) select * from taken order by path"),
                row -> new BulkItem(
                        row.getString("path"), Action.DELETED, null, row.getString("url"), null, List.of()));
        var paths = some.stream().map(BulkItem::path).toList();
        stores.assets().delete(session, paths);
        paths.forEach(write::assetChanged);
        stores.storing()
                .deriveAgain(
                        write,
                        paths.stream()
                                .flatMap(path -> stores.assets().wantedBy(session, path).stream())
                                .distinct()
                                .toList());
        some.forEach(tally::item);
        return !some.isEmpty();
    }
}
