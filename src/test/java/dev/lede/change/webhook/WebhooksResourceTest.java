package dev.lede.change.webhook;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.lede.change.WithFollowers;
import dev.lede.change.webhook.ReceiverServer.Answer;
import dev.lede.testsupport.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithFollowers.class)
class WebhooksResourceTest {

    private static void document(String path, String title) {
        put(path, "---\ntitle: " + title + "\n---\nText.\n").then().statusCode(lessThan(300));
    }

    private static JsonPath get(String path) {
        return admin().get("/v1/webhooks/" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void patch(String id, String body) {
        admin().contentType("application/json")
                .body(body)
                .patch("/v1/webhooks/" + id)
                .then()
                .statusCode(200);
    }

    @AfterEach
    void deleteAll() {
        List<String> ids = admin().get("/v1/webhooks").jsonPath().getList("items.id");
        ids.forEach(id -> admin().delete("/v1/webhooks/" + id).then().statusCode(204));
    }

    @Test
    void areMadeShownChangedAndDeleted() {
        var made = admin().contentType("application/json")
                .body(
                        "{\"url\":\"https://Build.example/hook\",\"events\":[\"delete\"],\"filter\":{\"tag\":[\"a,b\",\"!c\"]}}")
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .body("secret", startsWith("whsec_"))
                .body("url", equalTo("https://build.example/hook"))
                .extract();
        var location = made.header("Location");
        admin().get(location)
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("events", equalTo(List.of("delete")))
                .body("filter.tag", equalTo(List.of("a,b", "!c")))
                .body("enabled", equalTo(true));
        admin().contentType("application/json")
                .body("{\"enabled\":false}")
                .patch(location)
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("url", equalTo("https://build.example/hook"));
        admin().get("/v1/webhooks")
                .then()
                .body("items.id", hasItem((String) made.path("id")))
                .body("items.secret", hasItem(nullValue()));
        admin().delete(location).then().statusCode(204);
        admin().get(location).then().statusCode(404);
        admin().delete(location).then().statusCode(404);
        admin().contentType("application/json")
                .body("{}")
                .patch(location)
                .then()
                .statusCode(404);
        admin().post(location + "/test").then().statusCode(404);
        admin().get(location + "/deliveries").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"url\":\"\"}",
                "{\"url\":\"ftp://build.example/\"}",
                "{\"url\":\"https://user:secret@build.example/\"}",
                "{\"url\":\"https://build.example:25/\"}",
                "{\"url\":\"https://build.example/\",\"events\":[\"upsrt\"]}",
                "{\"url\":\"https://build.example/\",\"events\":[null]}",
                "{\"url\":\"https://build.example/\",\"filter\":{\"lang\":\"x_y\"}}",
                "{\"url\":\"https://build.example/\",\"filter\":{\"tag\":[\"a,!b\"]}}",
                "{\"url\":\"https://build.example/\",\"filter\":{\"tag\":[\"\\u0000\"]}}",
                "{\"url\":\"https://build.example/\",\"filter\":{\"kind\":\"page\"}}",
                "{\"url\":\"https://build.example/\",\"secret\":\"whsec_mine\"}",
                "[]"
            })
    void refusesWhatIsWrong(String body) {
        admin().contentType("application/json")
                .body(body)
                .post("/v1/webhooks")
                .then()
                .statusCode(400);
    }

    @Test
    void areForAdminsAlone() {
        given().get("/v1/webhooks").then().statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .post("/v1/webhooks")
                .then()
                .statusCode(401);
    }

    @Test
    void areToldWhatChangesSigned() throws Exception {
        try (var receiver = new ReceiverServer(message -> Answer.of(204))) {
            var hook = Hooks.create(receiver.url(), "wh-told");
            document("wh-other/a.md", "Other");
            document("wh-told/a.md", "A");
            admin().delete("/v1/documents/wh-told/a.md").then().statusCode(204);

            var messages = Eventually.get(
                    receiver::messages,
                    all -> !all.isEmpty() && all.get(all.size() - 1).what().equals("delete"));
            for (var message : messages) {
                assertThat(StandardWebhook.isValid(hook.getString("secret"), message))
                        .isTrue();
                assertThat(StandardWebhook.isValid("whsec_AAAA", message)).isFalse();
                assertThat(message.contentType()).isEqualTo("application/json");
                assertThat(message.json().getMap("$")).containsOnlyKeys("type", "timestamp", "data");
                assertThat(message.json().getString("data.id"))
                        .isEqualTo(messages.get(0).json().getString("data.id"));
            }
            assertThat(messages).extracting(ReceiverServer.Message::id).doesNotHaveDuplicates();
            var log = Eventually.get(
                    () -> get(hook.getString("id") + "/deliveries"),
                    deliveries -> !deliveries.getList("items.status").contains("pending"));
            assertThat(log.getList("items.status")).containsOnly("delivered");
            assertThat(log.getList("items.attempts.status.flatten()")).containsOnly(204);
            assertThat(log.getInt("items[0].attempts[0].latencyMillis")).isBetween(0, 2_000);
        }
    }

    @Test
    void oneThatFailsHoldsUpItsOwnArticleAlone() throws Exception {
        var failures = new AtomicInteger(3);
        try (var receiver = new ReceiverServer(message ->
                message.what().equals("A") && failures.getAndDecrement() > 0 ? Answer.of(500) : Answer.of(200))) {
            var hook = Hooks.create(receiver.url(), "wh-order");
            document("wh-order/a.md", "A");
            Eventually.get(receiver::whats, whats -> whats.contains("A"));
            document("wh-order/a.md", "A again");
            document("wh-order/b.md", "B");
            var whats = Eventually.get(receiver::whats, all -> all.contains("A again"));

            assertThat(whats.stream().filter(what -> what.startsWith("A")))
                    .containsExactly("A", "A", "A", "A", "A again");
            assertThat(whats.indexOf("B")).isLessThan(whats.lastIndexOf("A"));
            assertThat(receiver.messages().stream()
                            .filter(message -> message.what().equals("A"))
                            .map(ReceiverServer.Message::id)
                            .distinct())
                    .hasSize(1);
            assertThat(attempts(get(hook.getString("id") + "/deliveries?limit=100")))
                    .contains(4, 1);
        }
    }

    /** How many attempts each delivery took, the newest first. */
    private static List<Integer> attempts(JsonPath log) {
        List<List<Object>> attempts = log.getList("items.attempts");
        return attempts.stream().map(List::size).toList();
    }

    @Test
    void comesBackNoSoonerThanAskedTo() throws Exception {
        var answers = new AtomicInteger();
        try (var receiver = new ReceiverServer(
                message -> answers.getAndIncrement() == 0 ? Answer.of(503, "Retry-After", "2") : Answer.of(200))) {
            Hooks.create(receiver.url(), "wh-later");
            document("wh-later/a.md", "A");
            var both = Eventually.get(receiver::messages, all -> all.size() == 2);
            assertThat(both.get(1).millis() - both.get(0).millis()).isGreaterThanOrEqualTo(2_000);
        }
    }

    @Test
    void oneThatIsGoneIsSwitchedOffAndGoesOnWhereItWas() throws Exception {
        var gone = new AtomicInteger(1);
        try (var receiver =
                new ReceiverServer(message -> gone.getAndDecrement() > 0 ? Answer.of(410) : Answer.of(200))) {
            var id = Hooks.create(receiver.url(), "wh-gone").getString("id");
            document("wh-gone/a.md", "A");
            Eventually.get(() -> get(id), hook -> !hook.getBoolean("enabled"));
            assertThat(get(id).getString("reason")).contains("410");
            document("wh-gone/b.md", "B");

            patch(id, "{\"enabled\":true}");
            Eventually.get(receiver::whats, whats -> whats.containsAll(List.of("A", "B")));
            assertThat(receiver.whats()).containsExactlyInAnyOrder("A", "A", "B");
            assertThat(get(id).getString("reason")).isNull();
        }
    }

    @Test
    void followsNoRedirectAndWaitsForNobody() throws Exception {
        var answers = new AtomicInteger();
        try (var receiver = new ReceiverServer(message -> {
            if (answers.getAndIncrement() == 0) {
                return Answer.of(302, "Location", "/elsewhere");
            }
            pause(4_000);
            return Answer.of(200);
        })) {
            var id = Hooks.create(receiver.url(), "wh-slow").getString("id");
            document("wh-slow/a.md", "A");
            var log = Eventually.get(
                    () -> get(id + "/deliveries"),
                    deliveries -> attempts(deliveries).stream().anyMatch(count -> count >= 2));
            assertThat(log.getString("items[0].status")).isEqualTo("pending");
            assertThat(log.getInt("items[0].attempts[0].status")).isEqualTo(302);
            assertThat(log.getString("items[0].attempts[1].error")).isEqualTo("No answer came within 2.0 s.");
            assertThat(log.getString("items[0].nextAttemptAt")).isNotNull();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void toldAgainFromAnyPlace() throws Exception {
        try (var receiver = new ReceiverServer(message -> Answer.of(200))) {
            var id = Hooks.create(receiver.url(), "wh-again").getString("id");
            document("wh-again/a.md", "A");
            document("wh-again/b.md", "B");
            var messages = Eventually.get(receiver::messages, all -> all.size() == 2);
            // Of two articles either may come first.
            var seq = messages.stream()
                    .filter(message -> message.what().equals("A"))
                    .findFirst()
                    .orElseThrow()
                    .json()
                    .getString("data.seq");

            admin().post("/v1/webhooks/" + id + "/replay?from=" + seq).then().statusCode(204);
            Eventually.get(receiver::whats, whats -> whats.size() == 3);
            assertThat(receiver.whats()).containsExactlyInAnyOrder("A", "B", "B");

            admin().post("/v1/webhooks/" + id + "/replay").then().statusCode(400);
            admin().post("/v1/webhooks/" + id + "/replay?from=1").then().statusCode(400);
            admin().post("/v1/webhooks/" + id + "/replay?from=0badcafe-1-1-0")
                    .then()
                    .statusCode(410);
            var page = get(id + "/deliveries?limit=2");
            assertThat(page.getList("items")).hasSize(2);
            assertThat(get(id + "/deliveries?limit=2&cursor=" + page.getString("page.next"))
                            .getList("items"))
                    .hasSize(1);
        }
    }

    @Test
    void toldFromAPlaceThatLiesAheadMissesNothing() throws Exception {
        try (var receiver = new ReceiverServer(message -> Answer.of(200))) {
            var id = Hooks.create(receiver.url(), "wh-ahead").getString("id");
            patch(id, "{\"enabled\":false}");
            document("wh-ahead/a.md", "A");
            document("wh-ahead/b.md", "B");
            String behindBoth = given().get("/v1/changes?section=wh-ahead").path("items[0].seq");

            admin().post("/v1/webhooks/" + id + "/replay?from=" + behindBoth)
                    .then()
                    .statusCode(204);
            patch(id, "{\"enabled\":true}");
            Eventually.get(receiver::whats, whats -> whats.size() == 2);
            assertThat(receiver.whats()).containsExactlyInAnyOrder("A", "B");
        }
    }

    @Test
    void canBeTried() throws Exception {
        try (var receiver = new ReceiverServer(message -> Answer.of(401))) {
            var hook = Hooks.create(receiver.url(), "wh-test");
            admin().post("/v1/webhooks/" + hook.getString("id") + "/test")
                    .then()
                    .statusCode(200)
                    .body("delivered", equalTo(false))
                    .body("status", equalTo(401))
                    .body("error", notNullValue());
            var message = receiver.messages().get(0);
            assertThat(message.json().getString("type")).isEqualTo("test");
            assertThat(StandardWebhook.isValid(hook.getString("secret"), message))
                    .isTrue();
        }
    }
}
