package dev.lede.ingest.store;

import dev.lede.article.query.Snapshot;
import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pictures and other files, byte for byte; the same bytes are kept once. Thread-safe. */
@ApplicationScoped
public class Assets {

    /** How the names of pictures begin that are a bundle's thumbnail without being named; {@code *} for the rest. */
    public static final List<String> TELLING_NAMES = List.of("feature*", "cover*", "thumb*");

    private final Database database;

    Assets(Database database) {
        this.database = database;
    }

    /**
     * An asset on its way in.
     *
     * @param type its media type
     * @param url where clients load it
     */
    public record Asset(String path, byte[] bytes, String type, String url) {}

    /**
     * An asset with what decides who may read it.
     *
     * @param hidden it lies in the bundle of articles none of which is visible, the innermost bundle counts; or it is a
     *     picture out of documents, and the article of none of them is
     */
    public record Stored(String path, byte[] bytes, String hash, String type, boolean hidden, Snapshot snapshot) {}

    /** An asset, whoever may read it. */
    public Optional<Stored> find(String path) {
        var statement = Sql.of(
                "select " + Snapshot.COLUMNS + ", x.path, b.bytes, x.hash, x.type,"
                        + " case when x.path ~ '^data/[0-9a-f]{64}[.]' then not exists (select from thumbnail_candidate c"
                        + " join article a on a.id = c.article_id where c.path = x.path and a.visible)"
                        + " else coalesce((select not bool_or(w.visible) from (select a.visible,"
                        + " rank() over (order by length(a.bundle) desc) as place from article a"
                        + " where a.bundle = any(?)) w where w.place = 1), false) end as hidden"
                        + " from revision r cross join asset x join blob b on b.hash = x.hash where x.path = ?",
                folders(path),
                path);
        return database.read(session -> session.first(
                statement,
                row -> new Stored(
                        row.getString("path"),
                        row.getBytes("bytes"),
                        Sha256.hex(row.getBytes("hash")),
                        row.getString("type"),
                        row.getBoolean("hidden"),
                        Snapshot.of(row))));
    }

    /** All folders that a path lies in, each with the slash at its end. */
    private static List<String> folders(String path) {
        var folders = new ArrayList<String>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash + 1));
        }
        return folders;
    }

    /** The hash of the asset at a path, in hex, which is held until the transaction ends; nothing when there is none. */
    public Optional<String> hold(Session session, String path) {
        // A row that is not there yet cannot be locked.
        session.list(Sql.of("select pg_advisory_xact_lock(hashtextextended(?, 1))", path), row -> true);
        return session.first(
                Sql.of("select hash from asset where path = ? for update", path),
                row -> Sha256.hex(row.getBytes("hash")));
    }

    /** Stores an asset, new or in place of another. */
    public void store(Session session, Asset asset, OffsetDateTime now) {
        var hash = Sha256.of(asset.bytes());
        holdBytes(session, hash);
        session.update(
                Sql.of("insert into blob (hash, bytes) values (?, ?) on conflict do nothing", hash, asset.bytes()));
        session.update(Sql.of(
                "insert into asset (path, hash, size, type, url, updated_at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (path) do update set hash = excluded.hash, size = excluded.size,"
                        + " type = excluded.type, url = excluded.url, updated_at = excluded.updated_at",
                asset.path(),
                hash,
                (long) asset.bytes().length,
                asset.type(),
                asset.url(),
                now));
    }

    /** Stores a picture that a document holds itself; false when it was there already. */
    public boolean storeNew(Session session, Asset asset, OffsetDateTime now) {
        if (hold(session, asset.path()).isPresent()) {
            return false;
        }
        store(session, asset, now);
        return true;
    }

    /** Deletes a held asset, and its bytes where no other one has them. */
    public void delete(Session session, String path) {
        session.first(Sql.of("delete from asset where path = ? returning hash", path), row -> row.getBytes("hash"))
                .ifPresent(hash -> sweep(session, hash));
    }

    /** Deletes bytes that no asset has any more. */
    public void sweep(Session session, byte[] hash) {
        holdBytes(session, hash);
        session.update(Sql.of(
                "delete from blob where hash = ? and not exists (select from asset where hash = ?)", hash, hash));
    }

    // Of two transactions, one that stores and one that deletes the same bytes, one waits for the other.
    private static void holdBytes(Session session, byte[] hash) {
        session.list(
                Sql.of("select pg_advisory_xact_lock(?)", ByteBuffer.wrap(hash).getLong()), row -> true);
    }

    /** The articles whose thumbnail may be another when an asset comes to, or goes from, this path. */
    public List<UUID> wantedBy(Session session, String path) {
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        var name = path.substring(folder.length());
        var wanted = new ArrayList<>(List.of(path));
        TELLING_NAMES.stream()
                .filter(telling -> name.startsWith(telling.substring(0, telling.length() - 1)))
                .forEach(telling -> wanted.add(folder + telling));
        return session.list(
                Sql.of(
                        "select distinct article_id from thumbnail_candidate where path = any(?) order by article_id",
                        wanted),
                row -> row.getObject("article_id", UUID.class));
    }
}
