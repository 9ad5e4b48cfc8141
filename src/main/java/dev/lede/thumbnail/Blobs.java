package dev.lede.thumbnail;

import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.hash.Sha256;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Bytes by their hash, kept once whoever needs them: assets, and pictures that were fetched. */
public final class Blobs {

    private Blobs() {}

    /** Stores bytes that may be there already. */
    public static void store(Session session, List<byte[]> blobs) {
        // Bytes that are there are locked, so that whoever sweeps them lets them be.
        session.updateEach(blobs.stream()
                .map(bytes -> Sql.of(
                        "insert into blob (hash, bytes) values (?, ?) on conflict (hash) do update set hash = excluded.hash",
                        Sha256.of(bytes),
                        bytes))
                .toList());
    }

    /** The bytes of a hash, in hex, while somebody needs them. */
    public static Optional<byte[]> find(Session session, String hash) {
        return session.first(
                Sql.of("select bytes from blob where hash = decode(?, 'hex')", hash), row -> row.getBytes("bytes"));
    }

    /**
     * Deletes bytes that nobody needs any more.
     *
     * @param hashes in hex
     */
    public static void sweep(Session session, Collection<String> hashes) {
        // Who is just storing these bytes has locked them.
        session.update(Sql.of(
                "delete from blob where hash in (select b.hash from blob b"
                        + " where b.hash = any(select decode(h, 'hex') from unnest(?::text[]) h)"
                        + " and not exists (select from asset x where x.hash = b.hash)"
                        + " and not exists (select from picture p where p.hash = b.hash) for update skip locked)",
                List.copyOf(hashes)));
    }
}
