package dev.lede.change.webhook.delivery;

import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way, in the database, so that it survives whatever happens to a node. Every node takes from it; who takes
 * a delivery has it for a while, and of one article only the first that is undelivered can be taken. Thread-safe.
 */
@Singleton
class Deliveries {

    /** How long a delivery is left to the node that took it, beside the time it may take: far more than it needs. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final Clock clock;
    private final Pauses pauses;
    private final WebhookConfig config;

    Deliveries(Database database, Clock clock, Pauses pauses, WebhookConfig config) {
        this.database = database;
        this.clock = clock;
        this.pauses = pauses;
        this.config = config;
    }

    private <T> T write(Function<Session, T> work) {
        return database.write(LOCK_TIMEOUT, Ending.COMMIT, work);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** Takes the one that has been due longest, but of these webhooks none. */
    Optional<Delivery> take(Collection<String> busy) {
        return write(session -> session.first(
                Sql.of(
                        "update delivery d set attempts = d.attempts + 1, due_at = ? from webhook w"
                                + " where w.id = d.webhook_id and d.id = (select f.id from delivery f"
                                + " join webhook h on h.id = f.webhook_id where h.enabled and f.status = 'pending'"
                                + " and f.due_at <= ? and not f.webhook_id = any(?) and not exists (select from delivery e"
                                + " where e.webhook_id = f.webhook_id and e.article_id = f.article_id"
                                + " and e.status = 'pending' and e.id < f.id)"
                                + " order by f.due_at, f.id limit 1 for update of f skip locked)"
                                + " returning d.id, d.webhook_id, d.attempts, d.payload, d.created_at, w.url, w.secret",
                        now().plus(config.timeout()).plus(LEASE),
                        now(),
                        List.copyOf(busy)),
                Deliveries::delivery));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getString("webhook_id"),
                new Receiver(row.getString("url"), Secret.of(row.getBytes("secret"))),
                row.getInt("attempts"),
                row.getString("payload"),
                row.getObject("created_at", OffsetDateTime.class));
    }

    /** Notes how a try went, and what follows from it. */
    void tried(Delivery delivery, Attempt attempt) {
        var now = now();
        write(session -> {
            note(session, delivery, attempt, now);
            if (attempt.isDelivered()) {
                return end(session, delivery, "delivered", now);
            }
            if (attempt.isUnsubscribed()) {
                session.update(Sql.of(
                        "update webhook set enabled = false, reason = 'The server answered with status 410.'"
                                + " where id = ?",
                        delivery.webhookId()));
            }
            var again = now.plus(pauses.after(delivery.attempt(), attempt.retryAfter()));
            return again.isAfter(delivery.createdAt().plus(config.retryFor()))
                    ? end(session, delivery, "failed", now)
                    : session.update(Sql.of(
                            "update delivery set due_at = ? where id = ? and attempts = ? and status = 'pending'",
                            again,
                            delivery.id(),
                            delivery.attempt()));
        });
    }

    private static void note(Session session, Delivery delivery, Attempt attempt, OffsetDateTime now) {
        session.update(Sql.of(
                "insert into delivery_attempt (delivery_id, number, at, latency_millis, status, error)"
                        + " select d.id, ?, ?, ?, nullif(?, 0), nullif(?, '') from delivery d where d.id = ?"
                        + " on conflict do nothing",
                delivery.attempt(),
                now,
                attempt.latencyMillis(),
                or(attempt.status(), 0),
                or(attempt.error(), ""),
                delivery.id()));
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    // What was delivered is so, whoever has taken it meanwhile.
    private static int end(Session session, Delivery delivery, String status, OffsetDateTime now) {
        return session.update(Sql.of(
                "update delivery set status = ?, payload = null, ended_at = ? where id = ? and status = 'pending'",
                status,
                now,
                delivery.id()));
    }

    @Scheduled(every = "10m", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            var old = now().minus(config.keep());
            while (write(session -> session.update(Sql.of(
                            "delete from delivery where id in (select id from delivery where ended_at < ? limit "
                                    + AT_ONCE + " for update skip locked)",
                            old)))
                    == AT_ONCE) {
                // A bounded number in each transaction.
            }
        } catch (RuntimeException fault) {
            Log.debug("Old deliveries are looked for again", fault);
        }
    }
}
