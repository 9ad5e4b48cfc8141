package dev.lede.ingest.export;

import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.document.DocumentPath;
import dev.lede.hash.Sha256;
import dev.lede.ingest.spool.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes all documents and assets of a snapshot as a gzipped tar: the same bytes for the same content. Stateless. */
final class Exporting {

    /** What is fetched at once is in memory: some documents, two assets. */
    private static final int DOCUMENTS_AT_ONCE = 16;

    private static final int ASSETS_AT_ONCE = 2;
    private static final int MODE = 0100644;
    private static final int BUFFER = 1 << 16;

    private Exporting() {}

    /** What tells one export from another: the paths, hashes and times of all that is in it. */
    static String tag(Session session) {
        var digest = session.one(
                Sql.of(
                        "select sha256(convert_to(coalesce(string_agg(f.line, '' order by f.line), ''), 'UTF8')) as tag from"
                                + " (select path || E'\\n' || encode(hash, 'hex') || extract(epoch from updated_at) || E'\\n' as line"
                                + " from document union all"
                                + " select path || E'\\n' || encode(hash, 'hex') || extract(epoch from updated_at) || E'\\n'"
                                + " from asset) f"),
                row -> row.getBytes("tag"));
        return Sha256.hex(digest);
    }

    static void write(Session session, OutputStream out) throws IOException {
        var gzip = new GZIPOutputStream(out, BUFFER);
        var tar = new TarArchiveOutputStream(gzip, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        session.each(
                Sql.of("select d.path, d.bytes, d.updated_at, exists (select from generate_series(1, length(d.path)) n"
                        + " join article o on o.bundle = left(d.path, n) where substr(d.path, n, 1) = '/' and o.bundle <> ''"
                        + " and o.bundle <> a.bundle) as marked, 'document' as kind"
                        + " from document d join article a on a.id = d.id order by d.path"),
                DOCUMENTS_AT_ONCE,
                row -> write(tar, row));
        session.each(
                Sql.of(
                        "select x.path, b.bytes, x.updated_at, true as marked, 'asset' as kind from asset x join blob b on b.hash = x.hash order by x.path"),
                ASSETS_AT_ONCE,
                row -> write(tar, row));
        // Only what is whole gets an end: anything else is to look broken.
        tar.finish();
        gzip.finish();
    }

    private static void write(TarArchiveOutputStream tar, ResultSet row) throws SQLException, IOException {
        var bytes = row.getBytes("bytes");
        var entry = new TarArchiveEntry(row.getString("path"));
        entry.setSize(bytes.length);
        entry.setMode(MODE);
        // Whoever imports it could take it for the other.
        if (row.getBoolean("marked")
                && DocumentPath.parse(row.getString("path")).isContent()) {
            entry.addPaxHeader(Entry.KIND, row.getString("kind"));
        }
        // Whole seconds, which every tar has.
        entry.setLastModifiedTime(
                FileTime.from(row.getObject("updated_at", OffsetDateTime.class).toEpochSecond(), TimeUnit.SECONDS));
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
