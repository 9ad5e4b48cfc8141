package dev.lede.change.following;

import dev.lede.http.query.Cursor;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a follower goes on.
 *
 * @param place in the log
 * @param after the article before the next one of the snapshot, which began at {@code place}; null when there is no
 *     more of it
 */
public record Start(Place place, @Nullable UUID after) {

    private static final int VALUES = 2;

    /** Behind a place in the log. */
    public static Start behind(Place place) {
        return new Start(place, null);
    }

    /** As clients carry it, for what is followed alone. */
    public String encode(Followed followed) {
        var snapshot = after == null ? null : after.toString();
        return new Cursor(fingerprint(followed), false, Arrays.asList(place.toString(), snapshot)).encode();
    }

    /**
     * Reads what {@link #encode} wrote for the same.
     *
     * @throws dev.lede.http.problem.ProblemException {@code invalid-cursor}
     */
    public static Start parse(String text, Followed followed) {
        var values = Cursor.parse(text, fingerprint(followed)).values();
        var place = values.size() == VALUES ? values.get(0) : null;
        var after = place == null ? null : values.get(1);
        try {
            return new Start(
                    Place.parse(place == null ? "" : place).orElseThrow(Cursor::unreadable),
                    after == null ? null : UUID.fromString(after));
        } catch (IllegalArgumentException noId) {
            throw Cursor.unreadable();
        }
    }

    private static long fingerprint(Followed followed) {
        return Cursor.fingerprint("changes\n" + followed.canonical());
    }
}
