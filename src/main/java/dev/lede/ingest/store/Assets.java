package dev.lede.ingest.store;

import dev.lede.article.query.Snapshot;
import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.hash.Sha256;
import dev.lede.http.caching.Dependencies;
import dev.lede.thumbnail.Blobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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

    /** What the bytes at a path depend on, and who may read them. */
    public static Dependencies dependencies(String path) {
        if (path.startsWith("data/")) {
            return Dependencies.on("asset:" + path, Dependencies.ARTICLES);
        }
        var touched = new ArrayList<>(List.of("asset:" + path));
        folders(path).forEach(folder -> touched.add("bundle:" + folder));
        return Dependencies.on(touched);
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
        lock(session, "pg_advisory_xact_lock", namesOf(path));
        return session.first(
                Sql.of("select hash from asset where path = ? for update", path),
                row -> Sha256.hex(row.getBytes("hash")));
    }

    /**
     * Waits for whoever is just storing an asset that goes by one of these names, and lets nobody do so until the
     * transaction ends: of a document and its picture that come at the same moment, one sees the other.
     */
    public void await(Session session, List<String> names) {
        lock(session, "pg_advisory_xact_lock_shared", names);
    }

    private static void lock(Session session, String function, List<String> names) {
        // Always in the same order, so that two who want several never wait for each other.
        session.list(
                Sql.of(
                        "select " + function + "(h) from (select distinct hashtextextended(p, 1) as h"
                                + " from unnest(?::text[]) p order by 1) w",
                        names),
                row -> true);
    }

    /** The hashes of the assets at these paths, in hex; a path where there is none is left out. Nothing is held. */
    public Map<String, String> hashes(Session session, Collection<String> paths) {
        var hashes = new HashMap<String, String>();
        session.list(
                Sql.of("select path, hash from asset where path = any(?)", List.copyOf(paths)),
                row -> hashes.put(row.getString("path"), Sha256.hex(row.getBytes("hash"))));
        return hashes;
    }

    /** Asks at which of these paths there is an asset. Nothing is held. */
    public Supplier<List<String>> there(Session session, Collection<String> paths) {
        if (paths.isEmpty()) {
            return List::of;
        }
        var there = session.later(
                Sql.of("select path from asset where path = any(?)", List.copyOf(paths)), row -> row.getString("path"));
        return there::get;
    }

    /** Stores assets, new or in place of others. */
    public void store(Session session, List<Asset> assets, OffsetDateTime now) {
        insert(
                session,
                assets,
                now,
                "on conflict (path) do update set hash = excluded.hash, size = excluded.size, type = excluded.type,"
                        + " url = excluded.url, updated_at = excluded.updated_at");
    }

    /** Stores pictures that documents hold themselves, and answers those that were not there. */
    public List<Asset> storeNew(Session session, List<Asset> assets, OffsetDateTime now) {
        var counts = insert(session, assets, now, "on conflict (path) do nothing");
        return IntStream.range(0, counts.length)
                .filter(i -> counts[i] == 1)
                .mapToObj(assets::get)
                .toList();
    }

    private static int[] insert(Session session, List<Asset> assets, OffsetDateTime now, String conflict) {
        Blobs.store(session, assets.stream().map(Asset::bytes).toList());
        return session.updateEach(assets.stream()
                .map(asset -> Sql.of(
                                "insert into asset (path, hash, size, type, url, updated_at) values (?, ?, ?, ?, ?, ?)",
                                asset.path(),
                                Sha256.of(asset.bytes()),
                                (long) asset.bytes().length,
                                asset.type(),
                                asset.url(),
                                now)
                        .then(conflict))
                .toList());
    }

    /** Deletes assets, and their bytes where no other one has them; answers the paths where there were any. */
    public List<String> delete(Session session, Collection<String> paths) {
        var deleted = session.list(
                Sql.of("delete from asset where path = any(?) returning path, hash", List.copyOf(paths)),
                row -> Map.entry(row.getString("path"), Sha256.hex(row.getBytes("hash"))));
        Blobs.sweep(session, deleted.stream().map(Map.Entry::getValue).toList());
        return deleted.stream().map(Map.Entry::getKey).toList();
    }

    /** The articles whose thumbnail may be another when an asset comes to, or goes from, this path. */
    public List<UUID> wantedBy(Session session, String path) {
        return session.list(
                Sql.of(
                        "select distinct article_id from thumbnail_candidate where path = any(?) order by article_id",
                        namesOf(path)),
                row -> row.getObject("article_id", UUID.class));
    }

    /** What an asset is wanted as: its path, and the telling name that it begins with, if any. */
    public static List<String> namesOf(String path) {
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        var name = path.substring(folder.length());
        var names = new ArrayList<>(List.of(path));
        TELLING_NAMES.stream()
                .filter(telling -> name.startsWith(telling.substring(0, telling.length() - 1)))
                .forEach(telling -> names.add(folder + telling));
        return names;
    }
}
