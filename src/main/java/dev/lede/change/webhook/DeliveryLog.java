package dev.lede.change.webhook;

import dev.lede.change.webhook.DeliveryView.AttemptView;
import dev.lede.database.Database;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of deliveries, the newest first. Thread-safe. */
@ApplicationScoped
class DeliveryLog {

    private final Database database;

    DeliveryLog(Database database) {
        this.database = database;
    }

    /** A delivery and its place in the log. */
    record Entry(long number, DeliveryView view) {}

    /** @param before of this number and above none is answered */
    List<Entry> entries(String webhook, long before, int most) {
        return database.read(session -> {
            var entries = session.list(
                    Sql.of(
                            "select id, seq, type, article_id, status, created_at, due_at from delivery"
                                    + " where webhook_id = ? and id < ? order by id desc limit ?",
                            webhook,
                            before,
                            most),
                    DeliveryLog::entry);
            attempts(session, entries);
            return entries;
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var pending = row.getString("status").equals("pending");
        return new Entry(
                row.getLong("id"),
                new DeliveryView(
                        "msg_" + row.getLong("id"),
                        row.getString("seq"),
                        row.getString("type"),
                        row.getString("article_id"),
                        row.getString("status"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        pending ? row.getObject("due_at", OffsetDateTime.class).toInstant() : null,
                        new ArrayList<>()));
    }

    private static void attempts(Session session, List<Entry> entries) {
        Map<Long, List<AttemptView>> byDelivery = new HashMap<>();
        entries.forEach(entry -> byDelivery.put(entry.number(), entry.view().attempts()));
        session.list(
                Sql.of(
                        "select delivery_id, number, at, latency_millis, status, error from delivery_attempt"
                                + " where delivery_id = any(?::bigint[]) order by delivery_id, number",
                        List.copyOf(byDelivery.keySet())),
                row -> byDelivery
                        .getOrDefault(row.getLong("delivery_id"), new ArrayList<>())
                        .add(attempt(row)));
    }

    private static AttemptView attempt(ResultSet row) throws SQLException {
        return new AttemptView(
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("latency_millis"),
                row.getObject("status", Integer.class),
                row.getString("error"));
    }
}
