package dev.lede.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.database.Database;
import dev.lede.database.Database.Ending;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.testsupport.Eventually;
import dev.lede.testsupport.Lede;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What reads and the clock send again and again, as it lies prepared on the server, is answered by indexes among thousands
 * of articles: planned once for all values, as PostgreSQL does with what it is sent often.
 */
@QuarkusTest
class StatementPlansTest {

    private static final int ARTICLES = 40;
    private static final int COPIES = 5_000;

    /** Of the sixteen of the pool. */
    private static final int CONNECTIONS = 14;

    private static final List<String> GROWING =
            List.of("article", "article_term", "document", "address", "search_entry", "change");

    /** Of each page the limit tells its statement: it stands in the text, as no other read's. */
    private static final Map<String, String> INDEXES = Map.of(
            "limit 32", "article_newest",
            "limit 33", "article_term_newest",
            "limit 34", "article_newest",
            "limit 35", "article_newest_by_lang",
            "limit 36", "article_newest_by_section",
            "a.slug = $", "article_slug",
            "select exists (select from article where turns_at <= $", "article_turns_at");

    @Inject
    Database database;

    /** A statement as the server holds it. */
    private record Prepared(String text, String types, int parameters) {}

    @BeforeEach
    void articles() {
        Lede.putAll(
                        ARTICLES,
                        number -> "plans/planned-" + number + ".md",
                        number -> "---\ntags: [planned]\nlang: en\ndate: 2024-01-01\n---\nText.")
                .then()
                .statusCode(200);
    }

    @Test
    void areAnsweredByIndexes() {
        var statements = Eventually.get(this::asked, found -> found.size() == INDEXES.size());
        var plans = database.write(Duration.ofSeconds(5), Ending.ROLL_BACK, session -> {
            copy(session);
            return plans(session, statements);
        });
        plans.forEach((mark, plan) -> {
            assertThat(plan).as(mark).contains(" using " + INDEXES.get(mark) + " on ");
            for (var table : GROWING) {
                assertThat(plan).as(mark).doesNotContain("Seq Scan on " + table + " ");
            }
            if (mark.startsWith("limit")) {
                // What is sorted was read to its end first.
                assertThat(plan).as(mark).doesNotContain("Sort");
            }
        });
    }

    /** Asks until a connection has sent each often enough, and answers which statements lie prepared. */
    private Map<String, Prepared> asked() {
        String next = read("/v1/articles?limit=33&count=none").path("page.next");
        var found = new HashMap<String, Prepared>();
        for (int round = 0; round < 10; round++) {
            for (var target : List.of(
                    "/v1/articles?limit=31&count=none",
                    "/v1/articles?tag=planned&limit=32",
                    "/v1/articles?limit=33&cursor=" + next,
                    "/v1/articles?lang=en&limit=34",
                    "/v1/articles?section=plans&limit=35",
                    "/v1/articles/planned-7")) {
                read(target);
            }
        }
        for (var prepared : preparedByAll()) {
            // One that other tests left: it reads by slug too, and what is related by tables that are small here.
            if (prepared.text().contains(" as related")) {
                continue;
            }
            INDEXES.keySet().stream().filter(prepared.text()::contains).forEach(mark -> found.put(mark, prepared));
        }
        return found;
    }

    /** Looks from many connections at once, as each tells of itself alone. */
    private List<Prepared> preparedByAll() {
        var held = new CountDownLatch(CONNECTIONS);
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var looks = IntStream.range(0, CONNECTIONS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> database.read(session -> {
                                held.countDown();
                                await(held);
                                return prepared(session);
                            }),
                            threads))
                    .toList();
            return looks.stream().flatMap(look -> look.join().stream()).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Others may have some of the connections meanwhile: the rest will do. */
    private static void await(CountDownLatch held) {
        try {
            var unused = held.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Credentials of a scheme that is not ours keep it from being answered from memory. */
    private static Response read(String target) {
        return given().header("Authorization", "Basic bm9ib2R5")
                .urlEncodingEnabled(false)
                .get(target)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static List<Prepared> prepared(Session session) {
        return session.list(
                Sql.of("select statement, array_to_string(parameter_types, ', ') as types,"
                        + " cardinality(parameter_types) as parameters from pg_prepared_statements"),
                row -> new Prepared(row.getString("statement"), row.getString("types"), row.getInt("parameters")));
    }

    /** Thousands of articles, by copying rows: to upload so many would take long. */
    private static void copy(Session session) {
        copy(
                session,
                "document",
                "o.path = 'plans/planned-0.md'",
                Map.of("id", "md5('planned-copy-' || n)::uuid", "path", "'plans/copy-' || n || '.md'"));
        var original = "(select id from document where path = 'plans/planned-0.md')";
        copy(
                session,
                "article",
                "o.id = " + original,
                Map.of(
                        "id", "md5('planned-copy-' || n)::uuid",
                        "slug", "'planned-copy-' || n",
                        "section", "'plans-' || n % 20",
                        "lang", "(array['en', 'de', 'fr', 'zh', 'ja', 'ko', 'es', 'it'])[1 + n % 8]",
                        "date", "o.date - n * interval '1 hour'",
                        "turns_at", "case when n % 1000 = 0 then now() + interval '1 day' else 'infinity' end"));
        copy(
                session,
                "article_term",
                "o.article_id = " + original,
                Map.of("article_id", "md5('planned-copy-' || n)::uuid", "date", "o.date - n * interval '1 hour'"));
        GROWING.forEach(table -> session.update(Sql.of("analyze " + table)));
    }

    private static void copy(Session session, String table, String original, Map<String, String> changed) {
        var columns = session.list(
                Sql.of(
                        "select column_name from information_schema.columns where table_schema = 'public'"
                                + " and table_name = ? and is_generated = 'NEVER' order by ordinal_position",
                        table),
                row -> row.getString(1));
        var values = columns.stream()
                .map(column -> Optional.ofNullable(changed.get(column)).orElse("o." + column))
                .collect(Collectors.joining(", "));
        session.update(Sql.of("insert into " + table + " (" + String.join(", ", columns) + ") select " + values
                + " from " + table + " o, generate_series(1, " + COPIES + ") n where " + original));
    }

    private static Map<String, String> plans(Session session, Map<String, Prepared> statements) {
        session.update(Sql.of("set local plan_cache_mode = force_generic_plan"));
        var plans = new LinkedHashMap<String, String>();
        statements.forEach((mark, prepared) -> {
            var types = prepared.parameters() == 0 ? "" : " (" + prepared.types() + ")";
            session.update(Sql.of("prepare planned" + types + " as " + prepared.text()));
            var nothing = IntStream.range(0, prepared.parameters())
                    .mapToObj(number -> "null")
                    .collect(Collectors.joining(", "));
            var execute = prepared.parameters() == 0 ? "planned" : "planned (" + nothing + ")";
            plans.put(
                    mark,
                    String.join("\n", session.list(Sql.of("explain execute " + execute), row -> row.getString(1))));
            session.update(Sql.of("deallocate planned"));
        });
        return plans;
    }
}
