package dev.lede.access.keys;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.lede.access.Role;
import dev.lede.hash.Sha256;
import dev.lede.http.query.Cursor;
import dev.lede.testsupport.Lede;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class KeysResourceTest {

    @Inject
    Keys keys;

    @Inject
    LastUses lastUses;

    @Inject
    DataSource database;

    @Test
    void showsANewKeyOnce() {
        var answer = make("{\"name\": \" Front end \", \"role\": \"preview\"}");
        answer.then()
                .statusCode(201)
                .contentType("application/json")
                .header("Cache-Control", "private, no-store")
                .body("name", equalTo("Front end"))
                .body("key", matchesPattern("lede_" + answer.path("id") + "_[0-9a-f]{64}"));
        assertThat(answer.<Map<String, ?>>path("$").keySet()).containsExactly("id", "name", "role", "key", "createdAt");
        assertThat(Instant.parse(answer.path("createdAt")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());

        var listed = Lede.admin().get("/v1/keys?limit=100");
        Map<String, ?> same = listed.path("items.find { it.id == '" + answer.path("id") + "' }");
        assertThat(same.keySet()).containsExactly("id", "name", "role", "createdAt");
        assertThat(same.get("createdAt")).isEqualTo(answer.path("createdAt"));
        String key = answer.path("key");
        assertThat(listed.asString()).doesNotContain(key.substring(key.lastIndexOf('_') + 1));
    }

    @Test
    void storesNothingButAHash() throws SQLException {
        var made = MadeKey.of("read");
        var secret = made.token().substring(made.token().lastIndexOf('_') + 1);
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select secret_hash, to_jsonb(access_key)::text from access_key where id = ?")) {
            query.setString(1, made.id());
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBytes(1)).isEqualTo(Sha256.of(secret.getBytes(UTF_8)));
                assertThat(row.getString(2)).doesNotContain(secret);
            }
        }
    }

    @Test
    void listsWhenAKeyWasLastUsed() {
        var used = MadeKey.of("preview");
        var unused = MadeKey.of("preview");
        given().header("Authorization", "Bearer " + used.token()).get("/v1/documents");
        var listed = Lede.admin().get("/v1/keys?limit=100");
        String lastUse = listed.path(item(used) + ".lastUsedAt");
        assertThat(Instant.parse(lastUse)).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(listed.<Object>path(item(unused) + ".lastUsedAt")).isNull();

        // From now on it comes from the database.
        lastUses.write();
        Lede.admin().get("/v1/keys?limit=100").then().body(item(used) + ".lastUsedAt", equalTo(lastUse));
    }

    @Test
    void pagesForthAndBackInTheOrderTheyWereMade() {
        IntStream.range(0, 5).forEach(number -> MadeKey.of("read"));
        var whole = Lede.admin().get("/v1/keys?limit=100");
        List<String> all = whole.path("items.id");
        whole.then().body("page.limit", equalTo(100)).body("page.total", equalTo(all.size()));
        List<String> moments = whole.path("items.createdAt");
        assertThat(moments.stream().map(Instant::parse)).isSorted();

        var forth = new ArrayList<String>();
        var page = Lede.admin().get("/v1/keys?limit=2");
        page.then().body("page.prev", nullValue());
        forth.addAll(page.path("items.id"));
        while (page.path("page.next") != null) {
            page = Lede.admin().get("/v1/keys?limit=2&cursor=" + page.path("page.next"));
            page.then().statusCode(200).body("page.total", nullValue());
            forth.addAll(page.path("items.id"));
        }
        assertThat(forth).isEqualTo(all);

        var back = new ArrayList<String>(page.<List<String>>path("items.id"));
        while (page.path("page.prev") != null) {
            page = Lede.admin().get("/v1/keys?limit=2&cursor=" + page.path("page.prev"));
            back.addAll(0, page.path("items.id"));
        }
        assertThat(back).isEqualTo(all);
    }

    @Test
    void linksToTheOtherPages() {
        IntStream.range(0, 3).forEach(number -> MadeKey.of("read"));
        var first = Lede.admin().get("/v1/keys?limit=1");
        assertThat(first.headers().getValues("Link"))
                .containsExactly(
                        "</v1/keys?limit=1>; rel=\"first\"",
                        "</v1/keys?limit=1&cursor=" + first.path("page.next") + ">; rel=\"next\"");
        var second = Lede.admin().get("/v1/keys?limit=1&cursor=" + first.path("page.next"));
        assertThat(second.headers().getValues("Link"))
                .contains("</v1/keys?limit=1&cursor=" + second.path("page.prev") + ">; rel=\"prev\"");
    }

    @Test
    void refusesCursorsThatItHasNotGiven() {
        long list = Cursor.fingerprint("keys");
        for (var values : List.of(List.<String>of(), List.of("x"), List.of("x", "y"), List.of("a", "b", "c"))) {
            Lede.admin()
                    .get("/v1/keys?cursor=" + new Cursor(list, false, new ArrayList<>(values)).encode())
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:lede:problem:invalid-cursor"));
        }
    }

    @Test
    void revokesAtOnce() {
        var made = MadeKey.of("preview");
        show(made.token()).then().statusCode(200);
        assertThat(Lede.admin()
                        .delete("/v1/keys/" + made.id())
                        .then()
                        .statusCode(204)
                        .extract()
                        .asString())
                .isEmpty();
        show(made.token()).then().statusCode(401);
        Lede.admin().get("/v1/keys?limit=100").then().body("items.id", not(hasItem(made.id())));
        Lede.admin()
                .delete("/v1/keys/" + made.id())
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:lede:problem:not-found"));
    }

    @Test
    void knowsNoKeyThatHasExpired() {
        var credential = Credential.random();
        var past = Instant.now().minus(Duration.ofMillis(1));
        QuarkusTransaction.requiringNew()
                .run(() -> keys.persist(new Key(credential, new NewKey("old", Role.ADMIN, past), past)));
        show(credential.token()).then().statusCode(401);
        Lede.admin().get("/v1/keys?limit=100").then().body("items.id", hasItem(credential.id()));
    }

    @Test
    void knowsAKeyUntilItExpires() {
        var answer = make("{\"name\": \"a\", \"role\": \"preview\", \"expiresAt\": \"2040-01-01T02:00:00+02:00\"}");
        answer.then().statusCode(201).body("expiresAt", equalTo("2040-01-01T00:00:00Z"));
        show(answer.path("key")).then().statusCode(200);
    }

    @Test
    void knowsNoKeyWithAnotherSecret() {
        var made = MadeKey.of("preview");
        var last = made.token().charAt(made.token().length() - 1);
        show(made.token().substring(0, made.token().length() - 1) + (last == '0' ? '1' : '0'))
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"role\": \"read\"}                                       | /name      | must say whose",
                "{\"name\": \" \", \"role\": \"read\"}                      | /name      | must say whose",
                "{\"name\": \"a\\u0000b\", \"role\": \"read\"}              | /name      | control characters",
                "{\"name\": \"a\\nb\", \"role\": \"read\"}                  | /name      | control characters",
                "{\"name\": \"a\\ud83d\", \"role\": \"read\"}               | /name      | control characters",
                "{\"name\": 1, \"role\": \"read\"}                          | /name      | must be a text",
                "{\"name\": \"a\"}                                          | /role      | missing",
                "{\"name\": \"a\", \"role\": \"ADMIN\"}                     | /role      | Unknown role",
                "{\"name\": \"a\", \"role\": \"read\", \"expiresAt\": \"2001-01-01T00:00:00Z\"} | /expiresAt | future",
                "{\"name\": \"a\", \"role\": \"read\", \"expiresAt\": \"2040-01-01\"}           | /expiresAt | RFC 3339",
                "{\"name\": \"a\", \"role\": \"read\", \"expiresAt\": \"+999999-01-01T00:00:00Z\"} | /expiresAt | 10000 days",
                "{\"name\": \"a\", \"role\": \"read\", \"expiresAt\": 2240000000}               | /expiresAt | must be a text",
                "{\"name\": \"a\", \"role\": \"read\", \"expires\": \"2040-01-01\"}             | /expires   | Unknown member",
            })
    void refusesABadBodyAndPointsAtTheFault(String body, String pointer, String detail) {
        make(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:lede:problem:invalid-body"))
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    @Test
    void refusesNamesThatAreTooLong() {
        make("{\"name\": \"" + "😀".repeat(201) + "\", \"role\": \"read\"}")
                .then()
                .statusCode(400);
        make("{\"name\": \"" + "😀".repeat(200) + "\", \"role\": \"read\"}")
                .then()
                .statusCode(201);
    }

    @Test
    void namesTheNearestRoleAndEverythingThatIsWrong() {
        make("{\"role\": \"preveiw\", \"expiresAt\": \"tomorrow\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/name", "/role", "/expiresAt"))
                .body("errors.hint", hasItem("preview"));
    }

    private static String item(MadeKey key) {
        return "items.find { it.id == '" + key.id() + "' }";
    }

    private static Response show(String token) {
        return given().header("Authorization", "Bearer " + token).get("/v1/documents");
    }

    private static Response make(String body) {
        return Lede.admin().contentType("application/json").body(body).post("/v1/keys");
    }
}
