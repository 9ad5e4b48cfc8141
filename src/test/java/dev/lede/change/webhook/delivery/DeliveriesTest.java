package dev.lede.change.webhook.delivery;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.change.WithFollowers;
import dev.lede.change.webhook.Hooks;
import dev.lede.change.webhook.ReceiverServer;
import dev.lede.change.webhook.ReceiverServer.Answer;
import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Sql;
import dev.lede.testsupport.Eventually;
import dev.lede.testsupport.Tree;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much of what a webhook is to be told is kept, and for how long. */
@QuarkusTest
@TestProfile(WithFollowers.class)
class DeliveriesTest {

    private static final int MANY = 3 * WithFollowers.PENDING;

    private static final Duration RETRIED = Duration.ofDays(1);

    @Inject
    Deliveries deliveries;

    @Inject
    Database database;

    private static void importMany(String section) {
        var tree = Tree.of();
        IntStream.range(0, MANY)
                .forEach(number ->
                        tree.with(section + "/" + number + ".md", "---\ntitle: Number " + number + "\n---\nText.\n"));
        admin().contentType("application/x-tar")
                .body(tree.tar())
                .post("/v1/documents")
                .then()
                .statusCode(200);
    }

    private static JsonPath log(String id) {
        return admin().get("/v1/webhooks/" + id + "/deliveries?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int count(String id, String status) {
        return Collections.frequency(log(id).getList("items.status"), status);
    }

    @AfterEach
    void deleteAll() {
        List<String> ids = admin().get("/v1/webhooks").jsonPath().getList("items.id");
        ids.forEach(id -> admin().delete("/v1/webhooks/" + id).then().statusCode(204));
    }

    @Test
    void whatIsTooMuchWaitsInTheLog() throws Exception {
        var failures = new ConcurrentHashMap<String, Integer>();
        try (var receiver = new ReceiverServer(
                message -> Answer.of(failures.merge(message.id(), 1, Integer::sum) > 2 ? 200 : 500))) {
            var id = Hooks.create(receiver.url(), "de-many").getString("id");
            importMany("de-many");
            Eventually.get(
                    () -> {
                        List<String> statuses = log(id).getList("items.status");
                        assertThat(Collections.frequency(statuses, "pending"))
                                .isLessThanOrEqualTo(WithFollowers.PENDING);
                        return Collections.frequency(statuses, "delivered");
                    },
                    delivered -> delivered == MANY);
            assertThat(receiver.whats().stream().distinct()).hasSize(MANY);
        }
    }

    @Test
    void whatEndedLongAgoIsForgottenAndNothingElse() throws Exception {
        try (var receiver = new ReceiverServer(message -> Answer.of(200));
                var failing = new ReceiverServer(message -> Answer.of(500))) {
            var id = Hooks.create(receiver.url(), "de-old").getString("id");
            importMany("de-old");
            Eventually.get(() -> count(id, "delivered"), delivered -> delivered == MANY);
            change(id, Map.of("url", failing.url()));
            put("de-old/late.md", "---\ntitle: Late\n---\nText.\n").then().statusCode(201);
            Eventually.get(() -> count(id, "pending"), pending -> pending == 1);

            age(id, "ended_at", Duration.ofDays(6));
            deliveries.sweep();
            assertThat(count(id, "delivered")).isEqualTo(MANY);
            age(id, "ended_at", Duration.ofDays(2));
            deliveries.sweep();
            assertThat(log(id).getList("items.status")).containsExactly("pending");
        }
    }

    @Test
    void isTriedFromItsFirstAttemptOnHoweverLongItWaited() throws Exception {
        var answer = new AtomicInteger(500);
        try (var receiver = new ReceiverServer(message -> Answer.of(answer.get()))) {
            var id = Hooks.create(receiver.url(), "de-waited").getString("id");
            put("de-waited/a.md", "---\ntitle: A\n---\nText.\n").then().statusCode(201);
            Eventually.get(() -> count(id, "pending"), pending -> pending == 1);
            age(id, "created_at", RETRIED);
            var before = receiver.messages().size();
            Eventually.get(receiver::messages, all -> all.size() > before + 1);
            assertThat(count(id, "pending")).isEqualTo(1);

            age(id, "first_attempt_at", RETRIED);
            Eventually.get(() -> count(id, "failed"), failed -> failed == 1);
        }
    }

    @Test
    void isTriedAnewWhenItsWebhookIsSwitchedOnAgain() throws Exception {
        var answer = new AtomicInteger(500);
        try (var receiver = new ReceiverServer(message -> Answer.of(answer.get()))) {
            var id = Hooks.create(receiver.url(), "de-anew").getString("id");
            put("de-anew/a.md", "---\ntitle: A\n---\nText.\n").then().statusCode(201);
            Eventually.get(receiver::messages, all -> all.size() >= 2);
            change(id, Map.of("enabled", false));
            // What was under way is noted.
            var tries = Eventually.get(
                    () -> attempts(id), noted -> noted == receiver.messages().size());
            age(id, "first_attempt_at", RETRIED);
            change(id, Map.of("enabled", true));
            Eventually.get(() -> attempts(id), noted -> noted >= tries + 2);
            assertThat(count(id, "pending")).isEqualTo(1);

            answer.set(200);
            Eventually.get(() -> count(id, "delivered"), delivered -> delivered == 1);
        }
    }

    private static int attempts(String id) {
        return log(id).getList("items[0].attempts").size();
    }

    private static void change(String id, Map<String, ?> change) {
        admin().contentType("application/json")
                .body(change)
                .patch("/v1/webhooks/" + id)
                .then()
                .statusCode(200);
    }

    private void age(String id, String moment, Duration by) {
        database.write(
                Duration.ofSeconds(5),
                Ending.COMMIT,
                session -> session.update(Sql.of(
                        "update delivery set " + moment + " = " + moment
                                + " - ? * interval '1 second' where webhook_id = ?",
                        by.toSeconds(),
                        id)));
    }
}
