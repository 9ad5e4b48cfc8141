package dev.lede.change.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.change.following.Place;
import dev.lede.change.webhook.delivery.Deliveries;
import dev.lede.change.webhook.delivery.Receiver;
import dev.lede.change.webhook.delivery.Secret;
import dev.lede.change.webhook.delivery.WebhookFilter;
import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** All webhooks there are. Thread-safe. */
@ApplicationScoped
class Webhooks {

    /** More are refused: each costs its share of every change. */
    static final int MOST = 100;

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);
    private static final String COLUMNS = "select id, url, events, filter, enabled, reason, created_at from webhook ";

    // An arbitrary number that no other advisory lock of the application uses.
    private static final long LOCK = 0x6c656465_0009L;

    private final Database database;
    private final Deliveries deliveries;
    private final ObjectMapper json;
    private final Clock clock;

    Webhooks(Database database, Deliveries deliveries, ObjectMapper json, Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.json = json;
        this.clock = clock;
    }

    private <T> T write(Function<Session, T> work) {
        return database.write(LOCK_TIMEOUT, Ending.COMMIT, work);
    }

    /** In the order in which they were made. */
    List<WebhookView> all() {
        return database.read(session -> session.list(Sql.of(COLUMNS + "order by created_at, id"), this::view));
    }

    /** @throws ProblemException {@code not-found} */
    WebhookView get(String id) {
        return database.read(session -> find(session, id, ""));
    }

    private WebhookView find(Session session, String id, String lock) {
        return session.first(Sql.of(COLUMNS + "where id = ? " + lock, id), this::view)
                .orElseThrow(() -> notFound(id));
    }

    private static ProblemException notFound(String id) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no webhook \"" + id + "\".");
    }

    /**
     * Makes one, which is told of what changes from now on.
     *
     * @throws ProblemException {@code conflict} when there are as many as may be
     */
    WebhookView create(NewWebhook webhook, Place now) {
        var secret = Secret.random();
        var id = UUID.randomUUID().toString();
        write(session -> {
            session.one(Sql.of("select pg_advisory_xact_lock(" + LOCK + ")::text"), row -> true);
            if (session.one(Sql.of("select count(*) from webhook"), row -> row.getInt(1)) >= MOST) {
                throw new ProblemException(
                        ProblemType.CONFLICT, "There are " + MOST + " webhooks, and no more may be.");
            }
            return session.update(Sql.of(
                    "insert into webhook (id, url, events, filter, secret, enabled, place, whole, created_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    webhook.url(),
                    webhook.events(),
                    text(webhook),
                    secret.bytes(),
                    webhook.enabled(),
                    now.toString(),
                    now.whole(),
                    OffsetDateTime.now(clock)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .truncatedTo(ChronoUnit.MICROS)));
        });
        return get(id).withSecret(secret.text());
    }

    /** Changes what a request names. */
    WebhookView change(String id, WebhookRequest request) {
        return write(session -> {
            var present = find(session, id, "for update");
            var webhook = NewWebhook.of(request, present);
            session.update(Sql.of(
                    "update webhook set url = ?, events = ?, filter = ?, enabled = ?,"
                            + " reason = case when ? then null else reason end where id = ?",
                    webhook.url(),
                    webhook.events(),
                    text(webhook),
                    webhook.enabled(),
                    webhook.enabled(),
                    id));
            if (webhook.enabled() && !present.enabled()) {
                deliveries.beginAnew(session, id);
            }
            return find(session, id, "");
        });
    }

    void delete(String id) {
        if (write(session -> session.update(Sql.of("delete from webhook where id = ?", id))) == 0) {
            throw notFound(id);
        }
    }

    /** Tells again what changed behind a place. One that it has not come to yet lets it go on where it is. */
    void replay(String id, Place from) {
        write(session -> {
            var place = session.first(
                            Sql.of("select place from webhook where id = ? for update", id),
                            row -> Place.parse(row.getString("place")).orElseThrow())
                    .orElseThrow(() -> notFound(id))
                    .backTo(from);
            return session.update(Sql.of(
                    "update webhook set place = ?, whole = ? where id = ?", place.toString(), place.whole(), id));
        });
    }

    /** Where it is, and what it knows us by. */
    Receiver receiver(String id) {
        return database.read(session -> session.first(
                        Sql.of("select url, secret from webhook where id = ?", id),
                        row -> new Receiver(row.getString("url"), Secret.of(row.getBytes("secret")))))
                .orElseThrow(() -> notFound(id));
    }

    private String text(NewWebhook webhook) {
        try {
            return json.writeValueAsString(
                    Optional.ofNullable(webhook.filter()).orElse(new WebhookFilter(null, null, null)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private WebhookView view(ResultSet row) throws SQLException {
        var filter = WebhookFilter.parse(row.getString("filter"), json);
        return new WebhookView(
                row.getString("id"),
                row.getString("url"),
                List.of((String[]) row.getArray("events").getArray()),
                filter.isEmpty() ? null : filter,
                row.getBoolean("enabled"),
                row.getString("reason"),
                null,
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
