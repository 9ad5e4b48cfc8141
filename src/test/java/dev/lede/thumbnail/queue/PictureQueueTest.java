package dev.lede.thumbnail.queue;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.equalTo;

import dev.lede.database.Database;
import dev.lede.database.Sql;
import dev.lede.hash.Sha256;
import dev.lede.testsupport.Eventually;
import dev.lede.thumbnail.Blobs;
import dev.lede.thumbnail.Drawn;
import dev.lede.thumbnail.ThumbnailConfig;
import dev.lede.thumbnail.fetch.FetchConfig;
import dev.lede.thumbnail.picture.PictureFacts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.awt.Color;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithoutWorkers.class)
class PictureQueueTest {

    private static final PictureFacts FACTS = new PictureFacts("image/png", 80, 60, "#102030", "LKN]Rv%2Tw=w");
    private static final Pattern ROWS = Pattern.compile("(?:actual rows=|Removed by Filter: )([0-9.]+)");
    private static final byte[] PICTURE = Drawn.plain("png", 80, 60, Color.PINK);

    @Inject
    Database database;

    @Inject
    ThumbnailConfig config;

    @Inject
    FetchConfig fetch;

    @Inject
    PictureNews news;

    private final Instant start = Instant.now();

    @BeforeEach
    void empty() {
        // What other tests have stored wants no picture here.
        List.of("delete from thumbnail", "delete from picture").forEach(this::write);
    }

    private void write(String statement) {
        database.write(Duration.ofSeconds(5), Database.Ending.COMMIT, session -> session.update(Sql.of(statement)));
    }

    /** The queue as a node sees it that long from now. */
    private PictureQueue in(Duration later) {
        return new PictureQueue(database, Clock.fixed(start.plus(later), ZoneOffset.UTC), fetch);
    }

    private PictureQueue now() {
        return in(Duration.ofSeconds(1));
    }

    private static String article(String name, String address) {
        return put("queued/" + name + ".md", "---\ntitle: Queued\nthumbnail: " + address + "\n---\nText.\n")
                .path("article.id");
    }

    private Job taken(PictureQueue queue) {
        queue.announceAll();
        return queue.take(Set.of()).orElseThrow();
    }

    private static void showsSoon(String id, String status) {
        Eventually.get(
                () -> given().get("/v1/articles/" + id).jsonPath().getString("thumbnail.status"), status::equals);
    }

    @Test
    void whatANodeTookAndNeverFinishedIsTakenAgain() {
        article("dead", "https://pictures.example/dead.png");
        var first = taken(now());
        assertThat(first.address()).isEqualTo("https://pictures.example/dead.png");

        // That node was killed; others wait until it had ample time.
        assertThat(in(Duration.ofSeconds(30)).take(Set.of())).isEmpty();
        var again = in(Duration.ofMinutes(10)).take(Set.of()).orElseThrow();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void hostsThatAreBusyAreLeftAlone() {
        article("busy", "https://busy.example/a.png");
        article("free", "https://free.example/b.png");
        var queue = now();
        queue.announceAll();
        assertThat(queue.take(Set.of("busy.example"))).map(Job::address).contains("https://free.example/b.png");
        assertThat(queue.take(Set.of("busy.example"))).isEmpty();
    }

    @Test
    void manyPicturesOfABusyHostStandInNobodysWay() {
        write("insert into picture (id, address, host, status, due_at) select sha256(convert_to('slow' || i, 'UTF8')),"
                + " 'https://slow.example/' || i, 'slow.example', 'pending', now() - interval '1 hour'"
                + " from generate_series(1, 20000) i");
        write("insert into picture (id, address, host, status, due_at) select sha256(convert_to('free' || i, 'UTF8')),"
                + " 'https://free.example/' || i, h || '.free.example', 'pending', now() - interval '1 minute'"
                + " from generate_series(1, 500) i, mod(i, 50) h");
        write("analyze picture");

        assertThat(now().take(Set.of("slow.example")))
                .map(Job::address)
                .get(STRING)
                .startsWith("https://free.example/");

        var due = new DuePictures(OffsetDateTime.now(ZoneOffset.UTC), Set.of("slow.example"));
        assertThat(rows(due.amongOldest()) + rows(due.ofOtherHosts())).isLessThan(2_000);
    }

    /** How many rows a statement looks at, about. */
    private long rows(Sql statement) {
        var plan = database.write(
                Duration.ofSeconds(5),
                Database.Ending.ROLL_BACK,
                session ->
                        session.list(Sql.of("explain (analyze, timing off)").then(statement), row -> row.getString(1)));
        return plan.stream()
                .flatMap(line -> ROWS.matcher(line).results())
                .mapToLong(found -> Math.round(Double.parseDouble(found.group(1))))
                .sum();
    }

    @Test
    void aPictureThatMayStillComeIsTriedAgainAndToldOfWhenAsked() {
        var id = article("late", "https://pictures.example/late.png");
        var job = taken(now());
        now().retry(job, Duration.ofMinutes(5));
        given().get("/v1/articles/" + id).then().body("thumbnail.status", equalTo("pending"));
        assertThat(in(Duration.ofMinutes(4)).take(Set.of())).isEmpty();

        var again = in(Duration.ofMinutes(6)).take(Set.of()).orElseThrow();
        now().failed(again, "The host does not answer.", Optional.of(Duration.ofMinutes(30)));
        showsSoon(id, "failed");
        given().get("/v1/articles/" + id).then().body("thumbnail.reason", equalTo("The host does not answer."));

        // It comes after all.
        var last = in(Duration.ofHours(1)).take(Set.of()).orElseThrow();
        now().ready(last, FACTS, Optional.of(PICTURE));
        showsSoon(id, "ready");
        given().get("/v1/articles/" + id).then().body("thumbnail.width", equalTo(80));
        assertThat(in(Duration.ofDays(9)).take(Set.of())).isEmpty();
    }

    @Test
    void aFailureForGoodIsTriedOnceMoreForAnArticleThatIsStoredAgain() {
        article("mended", "https://pictures.example/mended.png");
        now().failed(taken(now()), "No picture stands there (404).", Optional.empty());
        put("queued/mended.md", "---\ntitle: Again\nthumbnail: https://pictures.example/mended.png\n---\nText.\n");
        now().announceAll();
        assertThat(now().take(Set.of())).isEmpty();

        put("queued/mended.md", "---\ntitle: Later\nthumbnail: https://pictures.example/mended.png\n---\nText.\n");
        var later = in(Duration.ofHours(2));
        assertThat(taken(later).attempt()).isEqualTo(1);
    }

    @Test
    void aDryRunWantsNoPicture() {
        admin().contentType("text/markdown")
                .body("---\ntitle: Dry\nthumbnail: https://pictures.example/dry.png\n---\n")
                .put("/v1/documents/queued/dry.md?dryRun=true")
                .then()
                .statusCode(201);
        now().announceAll();
        assertThat(now().take(Set.of())).isEmpty();
    }

    @Test
    void picturesThatNobodyShowsGoAfterTheTimeOfGrace() {
        article("swept", "https://pictures.example/swept.png");
        var kept = article("kept", "https://pictures.example/kept.png");
        var pictures = List.of(Drawn.plain("png", 10, 10, Color.CYAN), Drawn.plain("png", 11, 10, Color.CYAN));
        for (var picture : pictures) {
            now().ready(taken(now()), FACTS, Optional.of(picture));
        }
        showsSoon(kept, "ready");
        admin().delete("/v1/documents/queued/swept.md").then().statusCode(204);
        var sweep = new PictureSweep(database, Clock.systemUTC(), config);
        var noticed = OffsetDateTime.now(ZoneOffset.UTC);
        sweep.sweep(noticed);
        assertThat(addresses()).contains("https://pictures.example/swept.png");

        sweep.sweep(noticed.plus(config.grace()).plusMinutes(1));
        assertThat(addresses())
                .contains("https://pictures.example/kept.png")
                .doesNotContain("https://pictures.example/swept.png");
        // With the picture go its bytes, and with the other one they stay.
        assertThat(pictures.stream().filter(this::isStored)).hasSize(1);
        given().get("/v1/thumbnails/" + kept + "/160.webp").then().statusCode(200);
    }

    @Test
    void aPictureThatIsShownAgainInTimeStays() {
        article("again", "https://pictures.example/again.png");
        now().ready(taken(now()), FACTS, Optional.of(PICTURE));
        admin().delete("/v1/documents/queued/again.md").then().statusCode(204);
        var sweep = new PictureSweep(database, Clock.systemUTC(), config);
        var noticed = OffsetDateTime.now(ZoneOffset.UTC);
        sweep.sweep(noticed);

        article("again", "https://pictures.example/again.png");
        sweep.sweep(noticed.plus(config.grace()).plusMinutes(1));
        assertThat(addresses()).contains("https://pictures.example/again.png");
    }

    @Test
    void anArticleThatCannotBeToldHoldsUpNoOther() {
        var address = "https://pictures.example/held.png";
        var bad = article("bad", address);
        var good = article("good", address);
        write("create function refuse() returns trigger language plpgsql as 'begin raise exception ''refused''; end'");
        write("create trigger refuse before update of details on article for each row when (new.id = '" + bad
                + "') execute function refuse()");
        try {
            now().ready(taken(now()), FACTS, Optional.of(PICTURE));
            showsSoon(good, "ready");
            // It is not tried again for ever.
            Eventually.get(() -> news.isAny(), any -> !any);
        } finally {
            write("drop function refuse() cascade");
        }
        given().get("/v1/articles/" + bad).then().body("thumbnail.status", equalTo("pending"));
        put("queued/bad.md", "---\ntitle: Again\nthumbnail: " + address + "\n---\nText.\n");
        given().get("/v1/articles/" + bad).then().body("thumbnail.status", equalTo("ready"));
    }

    @Test
    void aPictureThatCannotBeReadAfterAllIsNotFound() {
        var id = article("lied", "https://pictures.example/lied.png");
        now().ready(taken(now()), FACTS, Optional.of(Arrays.copyOf(PICTURE, 60)));
        showsSoon(id, "ready");
        given().get("/v1/thumbnails/" + id + "/160.webp")
                .then()
                .statusCode(404)
                .body("detail", equalTo("The picture is broken or incomplete."));
    }

    private List<String> addresses() {
        return database.read(session -> session.list(
                Sql.of("select address from picture where address is not null"), row -> row.getString("address")));
    }

    private boolean isStored(byte[] bytes) {
        return database.read(session -> Blobs.find(session, Sha256.hex(Sha256.of(bytes))))
                .isPresent();
    }
}
