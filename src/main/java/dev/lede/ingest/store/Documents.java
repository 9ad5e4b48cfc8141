package dev.lede.ingest.store;

import dev.lede.article.query.Snapshot;
import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.document.DocumentPath;
import dev.lede.hash.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The documents as they came in, byte for byte. */
@ApplicationScoped
public class Documents {

    private final Database database;

    Documents(Database database) {
        this.database = database;
    }

    /**
     * A document with what decides who may read it.
     *
     * @param id of the document and its article
     * @param visible its article is
     * @param snapshot that this was read from
     */
    public record Stored(UUID id, byte[] bytes, byte[] hash, boolean visible, Snapshot snapshot) {}

    /** A document's bytes, whoever may read them. */
    public Optional<Stored> find(String path) {
        return database.read(session -> session.first(
                Sql.of(
                        "select " + Snapshot.COLUMNS + ", d.id, d.bytes, d.hash, a.visible from revision r"
                                + " cross join document d join article a on a.id = d.id where d.path = ?",
                        path),
                row -> new Stored(
                        row.getObject("id", UUID.class),
                        row.getBytes("bytes"),
                        row.getBytes("hash"),
                        row.getBoolean("visible"),
                        Snapshot.of(row))));
    }

    /** The hash of the document at a path, in hex, where there is one. */
    public Optional<String> hash(String path) {
        return database.read(session -> session.first(
                Sql.of("select hash from document where path = ?", path), row -> Sha256.hex(row.getBytes("hash"))));
    }

    /**
     * A page of the list.
     *
     * @param items at most one more than the limit: there are more then
     */
    public record Listed(List<DocumentView> items, long revision) {}

    /**
     * Documents below a prefix in the order of their paths.
     *
     * @param after the path behind which to begin, or nothing
     */
    public Listed list(String prefix, @Nullable String after, int limit) {
        var page = Sql.of(
                "select d.path, d.hash, octet_length(d.bytes) as size, d.id, d.updated_at from document d"
                        + " where starts_with(d.path, ?) and d.path >= ? and d.path > ? order by d.path limit ?",
                prefix,
                prefix,
                after == null ? "" : after,
                limit + 1);
        var rows = database.read(session -> session.list(
                Sql.of("select r.number as revision, p.* from revision r left join lateral (")
                        .then(page)
                        .then(") p on true order by p.path"),
                row -> new Row(row.getLong("revision"), row.getString("path") == null ? null : view(row))));
        return new Listed(
                rows.stream().map(Row::view).flatMap(Optional::stream).toList(),
                rows.get(0).revision());
    }

    private record Row(long revision, Optional<DocumentView> view) {
        Row(long revision, @Nullable DocumentView view) {
            this(revision, Optional.ofNullable(view));
        }
    }

    private static DocumentView view(ResultSet row) throws SQLException {
        return new DocumentView(
                row.getString("path"),
                Sha256.hex(row.getBytes("hash")),
                row.getLong("size"),
                row.getObject("id", UUID.class),
                row.getObject("updated_at", OffsetDateTime.class));
    }

    /** The hashes of the documents at these paths, in hex; a path where there is none is left out. Nothing is held. */
    public Map<String, String> hashes(Session session, Collection<String> paths) {
        var hashes = new HashMap<String, String>();
        session.list(
                Sql.of("select path, hash from document where path = any(?)", List.copyOf(paths)),
                row -> hashes.put(row.getString("path"), Sha256.hex(row.getBytes("hash"))));
        return hashes;
    }

    /** Holds those of the documents that are there until the transaction ends; their hashes, in hex, by id. */
    public Map<UUID, String> hold(Session session, Collection<UUID> ids) {
        var held = new HashMap<UUID, String>();
        // Always in the same order, so that two who want several never wait for each other.
        session.list(
                Sql.of(
                        "select id, hash from document where id = any(?::uuid[]) order by id for update",
                        List.copyOf(ids)),
                row -> held.put(row.getObject("id", UUID.class), Sha256.hex(row.getBytes("hash"))));
        return held;
    }

    /** Holds documents by their ids, and reads them. */
    public List<Incoming> holdBytes(Session session, Collection<UUID> ids) {
        return read(session, ids, "for update");
    }

    /** Holds those of the documents that nobody else holds, and reads them: for work that can wait. */
    public List<Incoming> holdFreeBytes(Session session, Collection<UUID> ids) {
        return read(session, ids, "for update skip locked");
    }

    private static List<Incoming> read(Session session, Collection<UUID> ids, String locking) {
        return session.list(
                Sql.of("select path, bytes from document where id = any(?::uuid[]) order by id", List.copyOf(ids))
                        .then(locking),
                row -> new Incoming(new DocumentPath(row.getString("path")), row.getBytes("bytes")));
    }

    /** Stores new documents, and answers which: where another transaction was first, nothing is stored. */
    public Set<UUID> insert(Session session, List<Incoming> documents, OffsetDateTime now) {
        var counts = session.updateEach(documents.stream()
                .map(document -> Sql.of(
                        "insert into document (id, path, hash, bytes, updated_at) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        document.path().id(),
                        document.path().value(),
                        HexFormat.of().parseHex(document.hash()),
                        document.bytes(),
                        now))
                .toList());
        return IntStream.range(0, counts.length)
                .filter(i -> counts[i] == 1)
                .mapToObj(i -> documents.get(i).path().id())
                .collect(Collectors.toSet());
    }

    /** Replaces the bytes of held documents. */
    public void replace(Session session, List<Incoming> documents, OffsetDateTime now) {
        session.laterEach(documents.stream()
                .map(document -> Sql.of(
                        "update document set hash = ?, bytes = ?, updated_at = ? where id = ?",
                        HexFormat.of().parseHex(document.hash()),
                        document.bytes(),
                        now,
                        document.path().id()))
                .toList());
    }
}
