package dev.lede.change.webhook.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.article.view.Shape;
import dev.lede.change.following.ChangeFilter;
import dev.lede.change.following.ChangePage;
import dev.lede.change.following.Followed;
import dev.lede.change.following.Following;
import dev.lede.change.following.PageSize;
import dev.lede.change.following.Place;
import dev.lede.change.following.Told;
import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Revision;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.http.problem.ProblemException;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Turns the log into deliveries, each change once for each webhook that wants it: with the rows of the deliveries goes
 * how far the webhook has come, in one transaction. What is not turned yet waits in the log.
 */
@Singleton
class Planning {

    /** Items of one webhook in one transaction. */
    private static final int AT_ONCE = 200;

    /** And their bytes. */
    private static final int MOST_BYTES = 8 << 20;

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

    private static final String PENDING =
            "(select count(*) from delivery d where d.webhook_id = w.id and d.status = 'pending')";

    private final Database database;
    private final Following following;
    private final Clock clock;
    private final ObjectMapper json;
    private final int mostPending;
    private final String behind;

    Planning(Database database, Following following, Clock clock, ObjectMapper json, WebhookConfig config) {
        this.database = database;
        this.following = following;
        this.clock = clock;
        this.json = json;
        this.mostPending = config.pending();
        if (mostPending < 1) {
            throw new IllegalStateException("lede.webhooks.pending is 1 or more.");
        }
        this.behind = " from webhook w where w.enabled and w.whole < " + Revision.CURRENT + " and " + PENDING + " < "
                + mostPending;
    }

    /** @param pending what it is still to be told of what was turned before */
    private record Hook(String id, List<String> events, ChangeFilter filter, Place place, int pending) {}

    /** Turns some of the log, for each webhook that is behind. */
    void plan() {
        var ids = database.read(session -> session.list(Sql.of("select w.id" + behind), row -> row.getString("id")));
        for (var id : ids) {
            try {
                database.write(LOCK_TIMEOUT, Ending.COMMIT, session -> plan(session, id));
            } catch (RuntimeException fault) {
                // That one hook fails must not keep the others waiting.
                Log.warnf(fault, "A webhook is told later: webhook=%s", id);
            }
        }
    }

    private boolean plan(Session session, String id) {
        var hook = session.first(
                Sql.of(
                        "select w.id, w.events, w.filter, w.place, " + PENDING + " as pending" + behind
                                + " and w.id = ? for update skip locked",
                        id),
                this::hook);
        hook.ifPresent(mine -> plan(session, mine));
        return hook.isPresent();
    }

    private Hook hook(ResultSet row) throws SQLException {
        return new Hook(
                row.getString("id"),
                List.of((String[]) row.getArray("events").getArray()),
                WebhookFilter.parse(row.getString("filter"), json).changes(),
                Place.parse(row.getString("place")).orElseThrow(),
                row.getInt("pending"));
    }

    private void plan(Session session, Hook hook) {
        var followed = new Followed(hook.filter(), Shape.CARD);
        ChangePage page;
        try {
            var size = new PageSize(Math.min(AT_ONCE, mostPending - hook.pending()), MOST_BYTES);
            page = following.deltas(session, followed, hook.place(), size);
        } catch (ProblemException gone) {
            Log.warnf(
                    "A webhook was off for longer than the log is kept, and misses some of it: webhook=%s", hook.id());
            move(session, hook, following.oldest(session));
            return;
        }
        var now = OffsetDateTime.now(clock);
        session.updateEach(page.items().stream()
                .filter(item -> hook.events().contains(item.type().word()))
                .map(item -> insert(hook, item, now))
                .toList());
        move(session, hook, page.next().place());
    }

    private Sql insert(Hook hook, Told item, OffsetDateTime now) {
        return Sql.of(
                "insert into delivery (webhook_id, article_id, seq, type, payload, status, created_at, due_at)"
                        + " values (?, ?, ?, ?, ?, 'pending', ?, clock_timestamp())",
                hook.id(),
                item.id(),
                item.seq().toString(),
                item.type().word(),
                payload(item.type().word(), now, new String(item.json(), StandardCharsets.UTF_8)),
                now);
    }

    private static void move(Session session, Hook hook, Place place) {
        session.update(Sql.of(
                "update webhook set place = ?, whole = ? where id = ?", place.toString(), place.whole(), hook.id()));
    }

    /** As Standard Webhooks recommends it: what happened, when, and the item itself. */
    static String payload(String type, OffsetDateTime moment, String data) {
        return "{\"type\":\"" + type + "\",\"timestamp\":\"" + moment.toInstant() + "\",\"data\":" + data + "}";
    }
}
