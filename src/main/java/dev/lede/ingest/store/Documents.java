package dev.lede.ingest.store;

import dev.lede.article.query.Snapshot;
import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.document.DocumentPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
     * @param visible its article is
     * @param snapshot that this was read from
     */
    public record Stored(byte[] bytes, byte[] hash, boolean visible, Snapshot snapshot) {}

    /** A document's bytes, whoever may read them. */
    public Optional<Stored> find(String path) {
        return database.read(session -> session.first(
                Sql.of(
                        "select " + Snapshot.COLUMNS + ", d.bytes, d.hash, a.visible from revision r"
                                + " cross join document d join article a on a.id = d.id where d.path = ?",
                        path),
                row -> new Stored(
                        row.getBytes("bytes"), row.getBytes("hash"), row.getBoolean("visible"), Snapshot.of(row))));
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

    /** A document as a write finds it, held until the transaction ends. */
    public record Held(UUID id, String hash) {}

    /** Holds the document at a path, where there is one. */
    public Optional<Held> hold(Session session, String path) {
        return session.first(
                Sql.of("select id, hash from document where path = ? for update", path),
                row -> new Held(row.getObject("id", UUID.class), Sha256.hex(row.getBytes("hash"))));
    }

    /** Holds a document by its id, and reads it. */
    public Optional<Incoming> holdBytes(Session session, UUID id) {
        return session.first(
                Sql.of("select path, bytes from document where id = ? for update", id),
                row -> new Incoming(new DocumentPath(row.getString("path")), row.getBytes("bytes")));
    }

    /** Stores a new document; false when another transaction was first. */
    public boolean insert(Session session, UUID id, String path, byte[] bytes, OffsetDateTime now) {
        return session.update(Sql.of(
                        "insert into document (id, path, hash, bytes, updated_at) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        id,
                        path,
                        Sha256.of(bytes),
                        bytes,
                        now))
                == 1;
    }

    /** Replaces the bytes of a held document. */
    public void replace(Session session, UUID id, byte[] bytes, OffsetDateTime now) {
        session.update(Sql.of(
                "update document set hash = ?, bytes = ?, updated_at = ? where id = ?",
                Sha256.of(bytes),
                bytes,
                now,
                id));
    }
}
