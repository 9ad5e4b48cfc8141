package dev.lede.thumbnail.queue;

import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.hash.Sha256;
import dev.lede.thumbnail.fetch.Hosts;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the pictures of articles that were stored before these were ready. New pictures are queued; if one has become
 * something else than its article tells, there is news. An article is looked at after it has been committed, so that
 * either this or whoever looked at the picture sees the other.
 */
final class Announcement {

    /** Articles in one transaction. */
    static final int AT_ONCE = 1_000;
    /** A picture that could not be had is tried once more for somebody who stores an article again, but not at once. */
    private static final int HOURS_BEFORE_ONCE_MORE = 1;

    private final Session session;
    private final OffsetDateTime now;

    Announcement(Session session, OffsetDateTime now) {
        this.session = session;
        this.now = now;
    }

    private record Fresh(
            UUID article, String picture, @Nullable String address, long seen) {}

    /** Answers how many articles were looked at. */
    int run() {
        var fresh = session.list(
                Sql.of(
                        "select article_id, picture_id, address, seen from thumbnail where fresh order by article_id limit "
                                + AT_ONCE + " for update skip locked"),
                row -> new Fresh(
                        row.getObject("article_id", UUID.class),
                        Sha256.hex(row.getBytes("picture_id")),
                        row.getString("address"),
                        row.getLong("seen")));
        if (!fresh.isEmpty()) {
            queue(fresh);
            compare(fresh);
            session.update(Sql.of(
                    "update thumbnail set fresh = false where article_id = any(?::uuid[])",
                    fresh.stream().map(Fresh::article).toList()));
        }
        return fresh.size();
    }

    private void queue(List<Fresh> fresh) {
        Map<String, Fresh> pictures = new LinkedHashMap<>();
        // Always in the same order, so that two nodes never wait for each other.
        fresh.stream()
                .sorted((one, other) -> one.picture().compareTo(other.picture()))
                .forEach(one -> pictures.putIfAbsent(one.picture(), one));
        session.updateEach(pictures.values().stream()
                .map(one -> Sql.of(
                        "insert into picture (id, address, host, status, due_at)"
                                + " values (decode(?, 'hex'), nullif(?, ''), ?, 'pending', ?) on conflict (id) do update"
                                + " set unused_since = null, due_at = case when picture.status = 'failed'"
                                + " and picture.due_at = 'infinity' and (picture.address is null or picture.tried_at < ?) then excluded.due_at"
                                + " else picture.due_at end, attempts = case when picture.due_at = 'infinity' then 0"
                                + " else picture.attempts end",
                        one.picture(),
                        Objects.requireNonNullElse(one.address(), ""),
                        one.address() == null ? "" : Hosts.hostOf(one.address()),
                        now,
                        now.minusHours(HOURS_BEFORE_ONCE_MORE)))
                .toList());
    }

    private void compare(List<Fresh> fresh) {
        var pictures = new ArrayList<String>();
        var seen = new ArrayList<Long>();
        for (var one : fresh) {
            pictures.add(one.picture());
            seen.add(one.seen());
        }
        session.update(Sql.of(
                "update picture p set news = true from unnest(?::text[], ?::bigint[]) s (id, seen)"
                        + " where p.id = decode(s.id, 'hex') and p.version > s.seen",
                pictures,
                seen));
    }
}
