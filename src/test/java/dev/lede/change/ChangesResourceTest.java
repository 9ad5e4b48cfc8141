package dev.lede.change;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Sql;
import dev.lede.testsupport.Eventually;
import dev.lede.testsupport.Tree;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChangesResourceTest {

    private static final String NDJSON = "application/x-ndjson";

    @Inject
    Database database;

    @Inject
    LogPruning pruning;

    private static String document(String title, String more) {
        return "---\ntitle: " + title + "\n" + more + "---\nText of " + title + ".\n";
    }

    private static JsonPath changes(String query) {
        return given().get("/v1/changes?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> titles(JsonPath page) {
        return page.getList("items.article.title");
    }

    /** Where a follower stands who has all there is. */
    private static String upToDate(String query) {
        var page = changes("limit=1000&" + query);
        while (page.getBoolean("more")) {
            page = changes("limit=1000&" + query + "&cursor=" + page.getString("cursor"));
        }
        return page.getString("cursor");
    }

    private static void delete(String path) {
        admin().delete("/v1/documents/" + path).then().statusCode(204);
    }

    @Test
    void beginsWithWhatIsVisibleAndGoesOnWithWhatChanges() {
        for (int number = 1; number <= 3; number++) {
            put("ch-begin/a" + number + ".md", document("A" + number, ""));
        }
        put("ch-begin/draft.md", document("Draft", "draft: true\n"));
        put("ch-begin/_index.md", document("Section", ""));

        var first = changes("section=ch-begin&limit=3");
        assertThat(first.getList("items.type")).containsOnly("upsert").hasSize(3);
        assertThat(first.getBoolean("more")).isTrue();
        var second = changes("section=ch-begin&limit=3&cursor=" + first.getString("cursor"));
        assertThat(Stream.concat(titles(first).stream(), titles(second).stream()))
                .containsExactlyInAnyOrder("A1", "A2", "A3", "Section");
        assertThat(second.getBoolean("more")).isFalse();

        put("ch-begin/a2.md", document("A2 again", ""));
        delete("ch-begin/a3.md");
        put("ch-begin/draft.md", document("Draft", "draft: true\ntags: [x]\n"));
        var third = changes("section=ch-begin&cursor=" + second.getString("cursor"));
        assertThat(third.getList("items.type")).containsExactly("upsert", "delete");
        assertThat(titles(third)).containsExactly("A2 again");
        assertThat(third.getMap("items[1]")).containsOnlyKeys("seq", "type", "id", "at");
        assertThat(third.getString("items[0].path")).isEqualTo("ch-begin/a2.md");
        assertThat(third.getString("items[0].url")).isEqualTo("/ch-begin/a2/");
        assertThat(third.getBoolean("more")).isFalse();
    }

    @Test
    void tellsAgainWhatChangesWhileTheSnapshotIsRead() {
        put("ch-while/a.md", document("A", ""));
        put("ch-while/b.md", document("B", ""));
        var first = changes("section=ch-while&limit=1");
        var sent = first.getString("items[0].path");
        var other = sent.equals("ch-while/a.md") ? "ch-while/b.md" : "ch-while/a.md";
        delete(sent);
        put("ch-while/c.md", document("C", ""));
        put(other, document("Other", ""));

        var rest = changes("section=ch-while&limit=1000&cursor=" + first.getString("cursor"));
        assertThat(rest.getBoolean("more")).isTrue();
        var deltas = changes("section=ch-while&cursor=" + rest.getString("cursor"));
        assertThat(deltas.getList("items.id")).contains(first.getString("items[0].id"));
        assertThat(deltas.getList("items.type")).containsExactly("delete", "upsert", "upsert");
        assertThat(deltas.getBoolean("more")).isFalse();
    }

    @Test
    void tellsOfAnArticleThatChangedOftenOnce() {
        var cursor = upToDate("section=ch-often");
        for (int time = 1; time <= 10; time++) {
            put("ch-often/a.md", document("Time " + time, ""));
            put("ch-often/b" + time + ".md", document("B" + time, ""));
        }
        var all = changes("section=ch-often&limit=1000&cursor=" + cursor);
        assertThat(titles(all)).hasSize(11).containsOnlyOnce("Time 10").doesNotContain("Time 9");
    }

    @Test
    void whatLeavesTheFilterIsToBeForgotten() {
        put("ch-leave/lang.md", document("Lang", "lang: de\ntags: [ch-leave-a]\n"));
        put("ch-leave/tag.md", document("Tag", "lang: de\ntags: [ch-leave-a]\n"));
        put("ch-leave/hidden.md", document("Hidden", "lang: de\ntags: [ch-leave-a]\n"));
        put("ch-leave/other.md", document("Other", "lang: fr\ntags: [ch-leave-b]\n"));
        var query = "lang=de&tag=ch-leave-a,ch-leave-c&tag=!ch-leave-d&section=ch-leave";
        assertThat(titles(changes(query))).containsExactlyInAnyOrder("Lang", "Tag", "Hidden");
        var cursor = upToDate(query);

        put("ch-leave/lang.md", document("Lang", "lang: fr\ntags: [ch-leave-a]\n"));
        put("ch-leave/tag.md", document("Tag", "lang: de\ntags: [ch-leave-b]\n"));
        put("ch-leave/hidden.md", document("Hidden", "lang: de\ntags: [ch-leave-a]\ndraft: true\n"));
        put("ch-leave/other.md", document("Other again", "lang: fr\ntags: [ch-leave-b]\n"));
        var left = changes(query + "&cursor=" + cursor);
        assertThat(left.getList("items.type")).containsExactly("delete", "delete", "delete");

        put("ch-leave/tag.md", document("Tag", "lang: de\ntags: [ch-leave-c]\n"));
        put("ch-leave/lang.md", document("Lang", "lang: de\ntags: [ch-leave-a, ch-leave-d]\n"));
        var back = changes(query + "&cursor=" + left.getString("cursor"));
        assertThat(titles(back)).contains("Tag").doesNotContain("Lang");
    }

    /** It left the filter before the place where a page ended, and changed once more behind it. */
    @Test
    void forgetsWhatLeftTheFilterOnTheWay() {
        put("ch-way/a.md", document("A", "tags: [ch-way]\n"));
        var cursor = upToDate("tag=ch-way");
        put("ch-way/a.md", document("A", "tags: [ch-elsewhere]\n"));
        put("ch-way/b.md", document("B", "tags: [ch-way]\n"));
        put("ch-way/c.md", document("C", "tags: [ch-way]\n"));
        put("ch-way/a.md", document("A again", "tags: [ch-elsewhere]\n"));

        var first = changes("tag=ch-way&limit=1&cursor=" + cursor);
        assertThat(titles(first)).containsExactly("B");
        var second = changes("tag=ch-way&limit=2&cursor=" + first.getString("cursor"));
        assertThat(second.getList("items.type")).containsExactly("upsert", "delete");
    }

    @Test
    void ofWhatWasNeverVisibleNothingIsTold() {
        var cursor = upToDate("section=ch-never");
        put("ch-never/a.md", document("A", "draft: true\n"));
        put("ch-never/a.md", document("A again", "draft: true\n"));
        put("ch-never/b.md", document("B", "publishDate: 2999-01-01\n"));
        delete("ch-never/a.md");
        var page = changes("section=ch-never&cursor=" + cursor);
        assertThat(page.getList("items")).isEmpty();
        assertThat(page.getBoolean("more")).isFalse();
    }

    @Test
    void theClockChangesArticlesToo() {
        var cursor = upToDate("section=ch-clock");
        var due = Instant.now().plus(Duration.ofSeconds(1));
        put(
                "ch-clock/a.md",
                document("Timed", "publishDate: " + due + "\nexpiryDate: " + due.plus(Duration.ofSeconds(1)) + "\n"));
        var appeared = Eventually.get(
                () -> changes("section=ch-clock&cursor=" + cursor),
                page -> page.getList("items.type").equals(List.of("upsert")));
        // The clock looks four times a second; the rest is for a machine that is busy.
        assertThat(Instant.parse(appeared.getString("items[0].at"))).isBetween(due, due.plus(Duration.ofSeconds(1)));
        var gone = Eventually.get(
                () -> changes("section=ch-clock&cursor=" + appeared.getString("cursor")),
                page -> !page.getList("items").isEmpty());
        assertThat(gone.getList("items.type")).containsExactly("delete");
    }

    @Test
    void aMoveSaysWhereItComesFrom() {
        put("ch-move/old.md", document("Moved", ""));
        String old = changes("section=ch-move").getString("items[0].id");
        var cursor = upToDate("section=ch-move");
        admin().contentType("text/markdown")
                .queryParam("movedFrom", "ch-move/old.md")
                .body(document("Moved", ""))
                .put("/v1/documents/ch-move/new.md")
                .then()
                .statusCode(201);
        put("ch-move/new.md", document("Moved and changed", ""));
        var page = changes("section=ch-move&cursor=" + cursor);
        assertThat(page.getList("items.type")).containsExactly("delete", "upsert");
        assertThat(page.getString("items[0].id")).isEqualTo(old);
        assertThat(page.getString("items[1].movedFrom")).isEqualTo(old);
    }

    @Test
    void articlesHaveTheMembersAskedFor() {
        put("ch-shape/a.md", document("Shaped", "lead: x\n"));
        assertThat(changes("section=ch-shape&fields=title,params.lead").getMap("items[0].article"))
                .isEqualTo(Map.of("title", "Shaped", "params", Map.of("lead", "x")));
        given().get("/v1/changes?section=ch-shape&include=body.html")
                .then()
                .body("items[0].article.body.html", containsString("Text of Shaped"))
                .body("items[0].article.readingTime", notNullValue());
        given().get("/v1/changes?fields=titel").then().statusCode(400).body("errors.hint", hasItem("title"));
    }

    @Test
    void aCursorBelongsToWhatWasAskedFor() {
        var cursor = changes("section=ch-shape&limit=1").getString("cursor");
        for (var other : List.of("section=other", "section=ch-shape&fields=title", "section=ch-shape&tag=x", "")) {
            given().get("/v1/changes?cursor=" + cursor + "&" + other)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:lede:problem:invalid-cursor"));
        }
        given().get("/v1/changes?section=ch-shape&limit=7&cursor=" + cursor)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=x",
                "limit=0",
                "limit=1001",
                "kind=page",
                "lang=",
                "lang=x_y",
                "tag=a,!b",
                "include=x",
                "include=related",
                "fields=related.id"
            })
    void refusesWhatIsWrong(String query) {
        given().get("/v1/changes?" + query).then().statusCode(400);
        given().accept(NDJSON).get("/v1/changes?" + query).then().statusCode(400);
    }

    @Test
    void streamsEverythingUpToNow() {
        for (int number = 1; number <= 5; number++) {
            put("ch-stream/a" + number + ".md", document("A" + number, ""));
        }
        var lines = lines("section=ch-stream&fields=title");
        assertThat(lines).hasSize(6);
        var cursor = JsonPath.from(lines.get(5)).getString("cursor");
        assertThat(lines.subList(0, 5)).allSatisfy(line -> assertThat(line).contains("\"type\":\"upsert\""));

        put("ch-stream/a1.md", document("A1 again", ""));
        delete("ch-stream/a2.md");
        var later = lines("section=ch-stream&fields=title&cursor=" + cursor);
        assertThat(later).hasSize(3);
        assertThat(later.get(0)).contains("A1 again");
        assertThat(later.get(1)).contains("delete");
        assertThat(JsonPath.from(later.get(2)).getBoolean("more")).isFalse();
        // A stream and a page go on from each other.
        var page = changes("section=ch-stream&fields=title&cursor="
                + JsonPath.from(later.get(2)).getString("cursor"));
        assertThat(page.getList("items")).isEmpty();
    }

    @Test
    void aStreamGoesOnWhereASnapshotWasLeft() {
        for (int number = 1; number <= 4; number++) {
            put("ch-left/a" + number + ".md", document("A" + number, ""));
        }
        var first = changes("section=ch-left&limit=1");
        delete(first.getString("items[0].path"));
        var lines = lines("section=ch-left&cursor=" + first.getString("cursor"));
        assertThat(lines).hasSize(5);
        assertThat(lines.get(3)).contains("delete", first.getString("items[0].id"));
    }

    private static List<String> lines(String query) {
        return given().accept(NDJSON)
                .get("/v1/changes?" + query)
                .then()
                .statusCode(200)
                .contentType(NDJSON)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    @Test
    void aStreamHasAValidatorAndComesCompressed() {
        var stream = given().accept(NDJSON).header("Accept-Encoding", "gzip").get("/v1/changes?section=ch-stream");
        stream.then().statusCode(200).header("Content-Encoding", "gzip");
        given().accept(NDJSON)
                .header("If-None-Match", stream.header("ETag"))
                .get("/v1/changes?section=ch-stream")
                .then()
                .statusCode(304);
        // What one client has already is not what the next one gets.
        assertThat(given().accept(NDJSON).get("/v1/changes?section=ch-stream").asString())
                .isNotEmpty();
        given().accept(NDJSON).head("/v1/changes?section=ch-stream").then().statusCode(200);
        given().accept("text/html").get("/v1/changes").then().statusCode(406);
    }

    @Test
    void whatIsOlderThanTheLogBeginsAgain() {
        put("ch-old/a.md", document("A", ""));
        put("ch-old/gone.md", document("Gone", ""));
        String gone = given().get("/v1/articles/gone?fields=id").path("id");
        var old = upToDate("section=ch-old");
        delete("ch-old/gone.md");
        put("ch-old/a.md", document("A again", ""));
        given().get("/v1/articles/" + gone).then().statusCode(410);
        var moment = OffsetDateTime.now(ZoneOffset.UTC);
        put("ch-old/b.md", document("B", ""));
        var kept = upToDate("section=ch-old");
        var before = admin().get("/v1/documents?limit=1").header("Lede-Revision");
        put("ch-old/c.md", document("C", ""));

        pruning.prune(moment);

        given().get("/v1/changes?section=ch-old&cursor=" + old)
                .then()
                .statusCode(410)
                .body("type", equalTo("urn:lede:problem:gone"));
        given().accept(NDJSON)
                .get("/v1/changes?section=ch-old&cursor=" + old)
                .then()
                .statusCode(410);
        assertThat(titles(changes("section=ch-old&cursor=" + kept))).containsExactly("C");
        assertThat(titles(changes("section=ch-old"))).containsExactlyInAnyOrder("A again", "B", "C");
        given().get("/v1/articles/" + gone).then().statusCode(404);
        given().get("/v1/changes?cursor=" + old).then().statusCode(400);
        // Who made what is forgotten is not known either.
        bulk(1).then().statusCode(412);
        bulk(Long.parseLong(before) + 1).then().statusCode(200);
        assertThat(rows("select count(*) from change c join revision_batch b on b.batch = c.batch"
                        + " where b.revision <= (select horizon from change_log)"))
                .isZero();
        // An article that left the log comes back into it.
        put("ch-old/a.md", document("A once more", ""));
        assertThat(titles(changes("section=ch-old&cursor=" + kept))).containsExactly("C", "A once more");
    }

    private static Response bulk(long ifRevision) {
        return admin().contentType("application/x-tar")
                .queryParam("ifRevision", ifRevision)
                .body(Tree.of().document("ch-old/c.md", "C").tar())
                .post("/v1/documents");
    }

    private long rows(String count) {
        return database.read(session -> session.one(Sql.of(count), row -> row.getLong(1)));
    }

    @Test
    void theCursorOfAnotherDatabaseBeginsAgain() {
        var cursor = upToDate("section=ch-foreign");
        var id = database.read(session -> session.one(Sql.of("select id from change_log"), row -> row.getString(1)));
        rename("0badcafe");
        try {
            given().get("/v1/changes?section=ch-foreign&cursor=" + cursor)
                    .then()
                    .statusCode(410);
        } finally {
            rename(id);
        }
        given().get("/v1/changes?section=ch-foreign&cursor=" + cursor).then().statusCode(200);
    }

    private void rename(String id) {
        database.write(
                Duration.ofSeconds(2),
                Ending.COMMIT,
                session -> session.update(Sql.of("update change_log set id = ?", id)));
    }

    /** From a place to the end: of each page how many bytes it has, and what it tells. */
    private static List<Integer> follow(String query, String cursor, Map<String, Integer> lengths) {
        var sizes = new ArrayList<Integer>();
        boolean more = true;
        for (var next = cursor; more; ) {
            var text = given().get("/v1/changes?" + query + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            sizes.add(text.length());
            var page = JsonPath.from(text);
            List<String> paths = page.getList("items.path");
            List<String> texts = page.getList("items.article.body.text");
            for (int i = 0; i < paths.size(); i++) {
                assertThat(lengths.put(paths.get(i), texts.get(i).length())).isNull();
            }
            more = page.getBoolean("more");
            next = "&cursor=" + page.getString("cursor");
        }
        return sizes;
    }

    @Test
    void longArticlesArePagedThroughByTheirBytes() {
        var query = "section=ch-long&include=body";
        var cursor = upToDate(query);
        var stored = new HashMap<String, Integer>();
        for (int number = 0; number < 12; number++) {
            var words = 100_000 + number;
            put("ch-long/" + number + ".md", "---\ntitle: Long\n---\n" + "Words are ".repeat(words) + "long.\n")
                    .then()
                    .statusCode(201);
            stored.put("ch-long/" + number + ".md", "Words are ".length() * words + "long.".length());
        }
        try {
            for (var begin : List.of("", "&cursor=" + cursor)) {
                var told = new HashMap<String, Integer>();
                var sizes = follow("limit=1000&" + query, begin, told);
                assertThat(told).isEqualTo(stored);
                assertThat(sizes).hasSizeBetween(2, 12).allMatch(size -> size < 9_000_000);
                // Its end comes where no more had room, and not before.
                assertThat(sizes.get(0)).isGreaterThan(4_000_000);
            }
        } finally {
            stored.keySet().forEach(ChangesResourceTest::delete);
        }
    }

    @Test
    void oneThatIsLongerThanAPageIsAPage() {
        put("ch-longest/a.md", "---\ntitle: A\n---\n" + "Words are ".repeat(450_000) + "long.\n")
                .then()
                .statusCode(201);
        put("ch-longest/b.md", document("B", "")).then().statusCode(201);
        try {
            var told = new HashMap<String, Integer>();
            assertThat(follow("section=ch-longest&include=body&limit=1000", "", told))
                    .hasSize(2);
            assertThat(told).containsOnlyKeys("ch-longest/a.md", "ch-longest/b.md");
        } finally {
            delete("ch-longest/a.md");
            delete("ch-longest/b.md");
        }
    }

    @Test
    void manyAtOnceArePagedThrough() {
        var cursor = upToDate("section=ch-many");
        var tree = Tree.of();
        for (int number = 0; number < 250; number++) {
            tree.document("ch-many/a" + number + ".md", "A" + number);
        }
        admin().contentType("application/x-tar")
                .body(tree.tar())
                .post("/v1/documents")
                .then()
                .statusCode(200);
        var sizes = new ArrayList<Integer>();
        var seen = new HashSet<String>();
        boolean more = true;
        while (more) {
            var page = changes("section=ch-many&limit=100&cursor=" + cursor);
            sizes.add(page.getList("items").size());
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("cursor");
            more = page.getBoolean("more");
        }
        assertThat(sizes).containsExactly(100, 100, 50);
        assertThat(seen).hasSize(250);
        given().get("/v1/changes?section=ch-many&cursor=" + cursor)
                .then()
                .body("items", equalTo(List.of()))
                .body("more", equalTo(false));
        given().get("/v1/changes?section=ch-many&limit=2&fields=title")
                .then()
                .body("items.type", contains("upsert", "upsert"));
    }
}
