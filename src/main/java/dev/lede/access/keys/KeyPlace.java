package dev.lede.access.keys;

import dev.lede.http.query.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** The place of a key in the list, which is in the order they were made. */
record KeyPlace(Instant createdAt, String id) {

    private static final long LIST = Cursor.fingerprint("keys");

    static Cursor cursor(Key key, boolean backward) {
        return new Cursor(LIST, backward, List.of(key.createdAt().toString(), key.id()));
    }

    static Cursor parse(String text) {
        return Cursor.parse(text, LIST);
    }

    static KeyPlace of(Cursor cursor) {
        if (cursor.values().size() == 2) {
            var createdAt = cursor.values().get(0);
            var id = cursor.values().get(1);
            if (createdAt != null && id != null) {
                return new KeyPlace(moment(createdAt), id);
            }
        }
        throw Cursor.unreadable();
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Cursor.unreadable();
        }
    }
}
