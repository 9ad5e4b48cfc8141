package dev.lede.search;

import static dev.lede.testsupport.Lede.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Sql;
import dev.lede.testsupport.Lede;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found past what is scored, and past what is counted. */
@QuarkusTest
class DeepResultsTest {

    private static final String COLUMNS =
            "slug, url, kind, section, lang, translation_key, bundle, status, turns_at, date,"
                    + " publish_date, lastmod, expiry_date, title_key, weight, word_count, reading_time, has_thumbnail, params, card,"
                    + " details, body, plain, prose, body_offset, reference, render_version";

    @Inject
    Database database;

    /** Texts prove phrases and long beginnings one after the other, in the order that is asked for. */
    @Test
    void pagesByDateThereAndBackThroughWhatTextsProve() {
        Lede.putAll(
                        9,
                        i -> "content/proven/" + i + ".md",
                        i -> "---\nslug: proven-" + i + "\ndate: 2024-01-0" + (9 - i) + "\n---\n"
                                + (i % 3 == 2 ? "Tawny potoroos, wombatlisamba." : "A potoroo tawny, wombatlikorombo."))
                .then()
                .statusCode(200);
        var proven = List.of("proven-0", "proven-1", "proven-3", "proven-4", "proven-6", "proven-7");
        for (var q : List.of("\"potoroo tawny\"", "wombatlikorom")) {
            var newest = "/v1/search?section=proven&limit=2&sort=-date&facets=year&q=" + q;
            var first = page(newest, "");
            var second = page(newest, first.getString("page.next"));
            var third = page(newest, second.getString("page.next"));
            var found = new ArrayList<String>();
            List.of(first, second, third).forEach(page -> found.addAll(page.getList("items.slug")));
            assertThat(found).as(q).isEqualTo(proven);
            assertThat(third.getString("page.next")).isNull();
            assertThat(first.getInt("page.total")).isEqualTo(6);
            assertThat(first.getInt("facets.year[0].count")).isEqualTo(6);
            List<String> back = page(newest, third.getString("page.prev")).getList("items.slug");
            assertThat(back).as(q).isEqualTo(proven.subList(2, 4));
            List<String> oldest =
                    page(newest.replace("sort=-date", "sort=date"), "").getList("items.slug");
            assertThat(oldest).as(q).isEqualTo(List.of("proven-7", "proven-6"));
        }
    }

    private static JsonPath page(String target, String cursor) {
        var query = target.substring(target.indexOf("&q=") + 3);
        var request = given().queryParam("q", query);
        if (!cursor.isEmpty()) {
            request.queryParam("cursor", cursor);
        }
        return request.get(target.substring(0, target.indexOf("&q=")))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void pagesPastWhatIsScored() {
        Lede.putAll(
                        330,
                        i -> "content/deep/" + i + ".md",
                        i -> "---\ntitle: Quoll " + i + "\ndate: 2024-01-0" + (1 + i % 9) + "\n---\nQuollish.")
                .then()
                .statusCode(200);
        var found = new ArrayList<String>();
        var scores = new ArrayList<Float>();
        var next = "";
        while (next != null) {
            JsonPath page = given().get("/v1/search?q=quoll&section=deep&limit=100" + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.id"));
            scores.addAll(page.getList("items.score", Float.class));
            next = page.getString("page.next") == null ? null : "&cursor=" + page.getString("page.next");
        }
        assertThat(found).hasSize(330).doesNotHaveDuplicates();
        assertThat(scores).isSortedAccordingTo((first, second) -> Float.compare(second, first));
        assertThat(scores.subList(0, 300)).allMatch(score -> score > 0);
        assertThat(scores.subList(300, 330)).containsOnly(0f);
        List<String> byNumber = given().get("/v1/search?q=quoll&section=deep&limit=100&page=4")
                .then()
                .body("page.total", equalTo(330))
                .body("page.totalIsMinimum", nullValue())
                .extract()
                .jsonPath()
                .getList("items.id");
        assertThat(byNumber).isEqualTo(found.subList(300, 330));
    }

    @Test
    void countsNoFurtherThanTenThousand() {
        admin().contentType("text/markdown")
                .body("---\ntitle: Bilby\nlang: en\n---\nBilby tracks.")
                .put("/v1/documents/content/many/bilby.md")
                .then()
                .statusCode(201);
        try {
            copy(10_000);
            for (var q : List.of("bilby", "\"bilby tracks\"")) {
                given().queryParam("q", q)
                        .get("/v1/search?section=many&limit=5")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(5))
                        .body("page.total", equalTo(10_000))
                        .body("page.totalIsMinimum", equalTo(true));
            }
            database.write(
                    Duration.ofSeconds(5),
                    Ending.COMMIT,
                    session -> session.update(Sql.of("delete from document where path = 'content/many/copy-1.md'")));
            given().queryParam("q", "\"bilby tracks\"")
                    .get("/v1/articles?section=many&limit=6&sort=-date")
                    .then()
                    .body("page.total", equalTo(10_000))
                    .body("page.totalIsMinimum", nullValue());
        } finally {
            database.write(
                    Duration.ofSeconds(5),
                    Ending.COMMIT,
                    session -> session.update(Sql.of("delete from document where path like 'content/many/copy-%'")));
        }
    }

    /**
     * Sets of the same article, as rows: to upload so many would take a minute. Their entries do not know the section, as
     * those of older releases.
     */
    private void copy(int times) {
        var original = "(select id from document where path = 'content/many/bilby.md')";
        var copies = "document c where c.path like 'content/many/copy-%'";
        database.write(Duration.ofSeconds(5), Ending.COMMIT, session -> {
            session.update(
                    Sql.of("insert into document (id, path, hash, bytes, updated_at) select md5('copy-' || n)::uuid,"
                            + " 'content/many/copy-' || n || '.md', d.hash, d.bytes, d.updated_at from document d,"
                            + " generate_series(1, " + times + ") n where d.id = " + original));
            session.update(Sql.of("insert into article (id, " + COLUMNS + ") select c.id, " + COLUMNS
                    + " from article a, " + copies + " and a.id = " + original));
            session.update(
                    Sql.of("insert into search_entry (article_id, listed, lang, date, size, digest, title, tokens,"
                            + " topics) select c.id, e.listed, e.lang, e.date, e.size, e.digest, e.title, e.tokens, e.topics"
                            + " from search_entry e, " + copies + " and e.article_id = " + original));
            return session.update(
                    Sql.of("insert into search_text (article_id, accents, flat) select c.id, s.accents, s.flat"
                            + " from search_text s, " + copies + " and s.article_id = " + original));
        });
    }
}
