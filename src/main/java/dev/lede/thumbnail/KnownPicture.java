package dev.lede.thumbnail;

import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.hash.Sha256;
import dev.lede.thumbnail.picture.PictureFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture as far as it is known.
 *
 * @param version grows whenever there is something to tell of it; 0 until then
 * @param unused nothing showed it for a while, so that it may be gone at any moment
 * @param hash of the bytes that Lede keeps, in hex; null when it keeps none
 * @param facts of a picture that is ready
 */
record KnownPicture(
        State state,
        @Nullable String reason,
        long version,
        boolean unused,
        @Nullable String hash,
        @Nullable PictureFacts facts) {

    /** A picture that nobody has looked at. */
    static final KnownPicture NEW = new KnownPicture(State.PENDING, null, 0, false, null, null);

    /** How far a picture has come. */
    enum State {
        PENDING,
        READY,
        FAILED
    }

    /** What is known of these pictures, by their ids; of new ones nothing. */
    static Map<String, KnownPicture> find(Session session, Collection<Origin> origins) {
        var known = new HashMap<String, KnownPicture>();
        if (!origins.isEmpty()) {
            session.list(
                    Sql.of(
                            "select id, status, reason, version, unused_since, hash, type, width, height, color, blurhash"
                                    + " from picture where id = any(select decode(h, 'hex') from unnest(?::text[]) h)",
                            origins.stream().map(Origin::id).distinct().toList()),
                    row -> known.put(Sha256.hex(row.getBytes("id")), of(row)));
        }
        return known;
    }

    private static KnownPicture of(ResultSet row) throws SQLException {
        var state = State.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
        var hash = row.getBytes("hash");
        return new KnownPicture(
                state,
                row.getString("reason"),
                row.getLong("version"),
                row.getObject("unused_since") != null,
                hash == null ? null : Sha256.hex(hash),
                state == State.READY ? facts(row) : null);
    }

    private static PictureFacts facts(ResultSet row) throws SQLException {
        return new PictureFacts(
                Objects.requireNonNull(row.getString("type")),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getString("color"),
                row.getString("blurhash"));
    }

    /** Nothing more is to be told of it, whatever happens. */
    boolean isSettled() {
        return state == State.READY && !unused;
    }
}
