package dev.lede.change.event;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.lede.change.WithFollowers;
import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Sql;
import dev.lede.testsupport.Eventually;
import dev.lede.testsupport.Tree;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithFollowers.class)
class EventsResourceTest {

    private static final int SLEEPING = 40;

    @Inject
    Database database;

    private static void document(String path, String title) {
        put(path, "---\ntitle: " + title + "\n---\nText.\n");
    }

    private static String title(String data) {
        return JsonPath.from(data).getString("article.title");
    }

    @Test
    void tellsWhatChangesFromNowOn() throws IOException {
        document("ev-now/before.md", "Before");
        try (var source = EventSource.open("section=ev-now&fields=title")) {
            assertThat(source.head()).first().asString().contains(" 200 ");
            assertThat(source.head())
                    .anyMatch(line -> line.equalsIgnoreCase("content-type: text/event-stream;charset=UTF-8"))
                    .anyMatch(line -> line.equalsIgnoreCase("access-control-allow-origin: *"))
                    .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("lede-revision: "));
            assertThat(source.next("retry: ")).isEqualTo("retry: 2000");
            document("ev-other/a.md", "Other");
            document("ev-now/a.md", "A");
            admin().delete("/v1/documents/ev-now/before.md").then().statusCode(204);

            var first = source.data();
            assertThat(title(first)).isEqualTo("A");
            assertThat(JsonPath.from(first).getString("seq")).isEqualTo(source.lastEventId());
            assertThat(source.data()).contains("\"type\":\"delete\"");
        }
    }

    @Test
    void goesOnWhereItWasLeft() throws IOException {
        String left;
        try (var source = EventSource.open("section=ev-left&fields=title")) {
            // Whoever loses the connection before anything happens knows where they were, too.
            source.next("id: ");
            document("ev-left/a.md", "A");
            assertThat(title(source.data())).isEqualTo("A");
            left = source.lastEventId();
        }
        document("ev-left/b.md", "B");
        admin().delete("/v1/documents/ev-left/a.md").then().statusCode(204);
        try (var source = EventSource.open("section=ev-left&fields=title", "Last-Event-ID: " + left)) {
            assertThat(title(source.data())).isEqualTo("B");
            assertThat(source.data()).contains("\"type\":\"delete\"");
        }
    }

    @Test
    void goesOnAmidWhatOneChangeMeansForMany() throws IOException {
        for (var name : List.of("a", "b", "c")) {
            put("ev-amid/" + name + ".md", "---\ntitle: " + name + "\n---\n[there](target.md)\n");
        }
        var told = new ArrayList<String>();
        var places = new ArrayList<String>();
        try (var source = EventSource.open("section=ev-amid&fields=body.html")) {
            document("ev-amid/target.md", "Target");
            while (told.size() < 4) {
                told.add(JsonPath.from(source.data()).getString("path"));
                places.add(source.lastEventId());
            }
        }
        assertThat(told).containsExactlyInAnyOrder("ev-amid/a.md", "ev-amid/b.md", "ev-amid/c.md", "ev-amid/target.md");
        try (var source = EventSource.open("section=ev-amid&fields=body.html", "Last-Event-ID: " + places.get(1))) {
            assertThat(JsonPath.from(source.data()).getString("path")).isEqualTo(told.get(2));
            assertThat(JsonPath.from(source.data()).getString("path")).isEqualTo(told.get(3));
        }
        // Who asks for nothing of others goes on from any of these places, too.
        try (var source = EventSource.open("section=ev-amid&fields=title", "Last-Event-ID: " + places.get(0))) {
            assertThat(title(source.data())).isEqualTo("Target");
        }
    }

    @Test
    void showsThatItLivesAndHowFarItIs() throws IOException {
        try (var source = EventSource.open("section=ev-beat")) {
            source.next("id: ");
            var before = source.lastEventId();
            document("ev-elsewhere/a.md", "Elsewhere");
            assertThat(source.next(":")).isNotNull();
            while (source.lastEventId().equals(before)) {
                assertThat(source.next("id: ")).isNotNull();
            }
        }
    }

    @Test
    void refusesWhereNobodyWasAndWhatIsWrong() {
        given().header("Last-Event-ID", "17")
                .get("/v1/events")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:lede:problem:invalid-cursor"));
        given().header("Last-Event-ID", "0badcafe-1-1-0")
                .get("/v1/events")
                .then()
                .statusCode(410);
        given().get("/v1/events?cursor=x").then().statusCode(400);
        given().get("/v1/events?include=related").then().statusCode(400);
        given().get("/v1/events?fields=related.id").then().statusCode(400);
        given().accept("application/json").get("/v1/events").then().statusCode(406);
        given().head("/v1/events").then().statusCode(200).contentType(startsWith("text/event-stream"));
    }

    @Test
    void whatCannotBeToldToSomeIsToldToOthers() throws IOException {
        document("ev-fault/begin.md", "Begin");
        var place = given().get("/v1/changes?section=ev-fault").jsonPath().getString("items[0].seq");
        document("ev-fault/a.md", "A");
        // Cards are told as they are stored, and other members are read from what this makes unreadable.
        set("left(details, 10)", "ev-fault");
        var sources = new ArrayList<EventSource>();
        try {
            for (var field : List.of("title", "url", "date", "lang", "slug", "weight", "kind", "section")) {
                sources.add(EventSource.open("section=ev-fault&fields=" + field, "Last-Event-ID: " + place));
            }
            for (var tag : List.of("v", "w", "x", "y", "z")) {
                var query = "section=ev-fault&tag=!" + tag;
                try (var source = EventSource.open(query, "Last-Event-ID: " + place)) {
                    assertThat(title(source.data())).isEqualTo("A");
                }
            }
        } finally {
            for (var source : sources) {
                source.close();
            }
            admin().delete("/v1/documents/ev-fault/a.md").then().statusCode(204);
            admin().delete("/v1/documents/ev-fault/begin.md").then().statusCode(204);
        }
    }

    private void set(String details, String section) {
        database.write(
                Duration.ofSeconds(5),
                Ending.COMMIT,
                session -> session.update(
                        Sql.of("update article set details = " + details + " where section = ?", section)));
    }

    @Test
    void manyListenAtNoCost() throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getThreadCount();
        var sources = new ArrayList<EventSource>();
        try {
            for (int number = 0; number < WithFollowers.LISTENERS; number++) {
                sources.add(EventSource.open("section=ev-many&fields=title"));
            }
            assertThat(threads.getThreadCount()).isLessThan(before + 100);
            document("ev-many/a.md", "For all");
            for (var source : sources) {
                assertThat(title(source.data())).isEqualTo("For all");
            }
            // Ten more may, and no more; those that other tests have closed may not be noticed yet.
            var status = Eventually.get(
                    () -> {
                        try {
                            sources.add(EventSource.open("section=ev-many"));
                            return sources.get(sources.size() - 1).head().get(0);
                        } catch (IOException fault) {
                            throw new UncheckedIOException(fault);
                        }
                    },
                    line -> line.contains(" 503 "));
            assertThat(status).isNotNull();
        } finally {
            for (var source : sources) {
                source.close();
            }
        }
    }

    @Test
    void whoIsAsleepIsCutOff() throws Exception {
        var text = "Some words that nobody reads. ".repeat(8_000);
        var tree = Tree.of();
        for (int number = 0; number < SLEEPING; number++) {
            tree.with("ev-slow/a" + number + ".md", "---\ntitle: A" + number + "\n---\n" + text + "\n");
        }
        try (var source = EventSource.open("section=ev-slow&fields=body.markdown")) {
            admin().contentType("application/x-tar")
                    .body(tree.tar())
                    .post("/v1/documents")
                    .then()
                    .statusCode(200);
            TimeUnit.SECONDS.sleep(4);
            List<String> read = new ArrayList<>();
            try {
                while (read.size() < SLEEPING) {
                    read.add(source.data().substring(0, 10));
                }
            } catch (IOException reset) {
                // Cut off in whatever way.
            }
            assertThat(read).hasSizeLessThan(SLEEPING);
        }
    }
}
