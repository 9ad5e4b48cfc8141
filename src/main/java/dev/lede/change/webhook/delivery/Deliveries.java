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
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way, in the database, so that it survives whatever happens to a node. Every node takes from it; who takes
 * a delivery has it for a while, by the clock of the database, which is the same for all; and of one article only the first
 * that is undelivered can be taken. Thread-safe.
 */
@Singleton
public class Deliveries {

    /** How long a delivery is left to the node that took it, beside the time it may take: far more than it needs. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);
    private static final int AT_ONCE = 1_000;

    /** A moment so many milliseconds ahead. */
    private static final String IN_MILLIS = "clock_timestamp() + ? * interval '1 millisecond'";

    private final Database database;
    private final Pauses pauses;
    private final WebhookConfig config;

    Deliveries(Database database, Pauses pauses, WebhookConfig config) {
        this.database = database;
        this.pauses = pauses;
        this.config = config;
    }

    private <T> T write(Function<Session, T> work) {
        return database.write(LOCK_TIMEOUT, Ending.COMMIT, work);
    }

    /** Takes the one that has been due longest, but of these webhooks none. */
    Optional<Delivery> take(Collection<String> busy) {
        var taken = System.nanoTime();
        return write(session -> session.first(
                Sql.of(
                        "update delivery d set attempts = d.attempts + 1, due_at = " + IN_MILLIS + ","
                                + " first_attempt_at = coalesce(d.first_attempt_at, clock_timestamp()) from webhook w"
                                + " where w.id = d.webhook_id and d.id = (select f.id from delivery f"
                                + " join webhook h on h.id = f.webhook_id where h.enabled and f.status = 'pending'"
                                // Of the database's clocks the one by which an index can be read.
                                + " and f.due_at <= statement_timestamp() and not f.webhook_id = any(?)"
                                + " and not exists (select from delivery e"
                                + " where e.webhook_id = f.webhook_id and e.article_id = f.article_id"
                                + " and e.status = 'pending' and e.id < f.id)"
                                + " order by f.due_at, f.id limit 1 for update of f skip locked)"
                                + " returning d.id, d.webhook_id, d.attempts, d.payload, w.url, w.secret,"
                                + " (select count(*) from delivery_attempt t where t.delivery_id = d.id"
                                + " and t.at >= d.first_attempt_at) as failures",
                        lease().toMillis(),
                        List.copyOf(busy)),
                row -> delivery(row, taken)));
    }

    private Duration lease() {
        return config.timeout().plus(LEASE);
    }

    private static Delivery delivery(ResultSet row, long taken) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getString("webhook_id"),
                new Receiver(row.getString("url"), Secret.of(row.getBytes("secret"))),
                row.getInt("attempts"),
                row.getInt("failures"),
                row.getString("payload"),
                taken + LEASE.toNanos());
    }

    /**
     * Has what waits for a webhook that was off tried as if it never had been: for as long, and before long.
     *
     * @param session in which the webhook is switched on
     */
    public void beginAnew(Session session, String webhookId) {
        session.update(Sql.of(
                // So long another node may be at it.
                "update delivery set first_attempt_at = null, due_at = least(due_at, " + IN_MILLIS + ")"
                        + " where webhook_id = ? and status = 'pending'",
                lease().toMillis(),
                webhookId));
    }

    /** Notes how a try went, and what follows from it. */
    void tried(Delivery delivery, Attempt attempt) {
        write(session -> {
            note(session, delivery, attempt);
            if (attempt.isDelivered()) {
                return end(session, delivery, "delivered", Sql.EMPTY);
            }
            if (attempt.isUnsubscribed()) {
                session.update(Sql.of(
                        "update webhook set enabled = false, reason = 'The server answered with status 410.'"
                                + " where id = ?",
                        delivery.webhookId()));
            }
            var pause = pauses.after(delivery.failures() + 1, attempt.retryAfter());
            var ended = end(
                    session,
                    delivery,
                    "failed",
                    Sql.of(
                            "and " + IN_MILLIS + " > first_attempt_at",
                            pause.minus(config.retryFor()).toMillis()));
            return ended > 0 ? ended : postpone(session, delivery, pause);
        });
    }

    private static int postpone(Session session, Delivery delivery, Duration pause) {
        return session.update(Sql.of(
                "update delivery set due_at = " + IN_MILLIS + " where id = ? and attempts = ? and status = 'pending'",
                pause.toMillis(),
                delivery.id(),
                delivery.attempt()));
    }

    private static void note(Session session, Delivery delivery, Attempt attempt) {
        session.update(Sql.of(
                "insert into delivery_attempt (delivery_id, number, at, latency_millis, status, error)"
                        + " select d.id, ?, clock_timestamp(), ?, nullif(?, 0), nullif(?, '') from delivery d"
                        + " where d.id = ? on conflict do nothing",
                delivery.attempt(),
                attempt.latencyMillis(),
                or(attempt.status(), 0),
                or(attempt.error(), ""),
                delivery.id()));
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    // What was delivered is so, whoever has taken it meanwhile.
    private static int end(Session session, Delivery delivery, String status, Sql condition) {
        return session.update(Sql.of(
                        "update delivery set status = ?, payload = null, ended_at = clock_timestamp()"
                                + " where id = ? and status = 'pending'",
                        status,
                        delivery.id())
                .then(condition));
    }

    @Scheduled(every = "10m", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            while (write(session -> session.update(Sql.of(
                            "delete from delivery where id in (select id from delivery where ended_at"
                                    + " < statement_timestamp() - ? * interval '1 millisecond' limit "
                                    + AT_ONCE + " for update skip locked)",
                            config.keep().toMillis())))
                    == AT_ONCE) {
                // A bounded number in each transaction.
            }
        } catch (RuntimeException fault) {
            Log.debug("Old deliveries are looked for again", fault);
        }
    }
}
