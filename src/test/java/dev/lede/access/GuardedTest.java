package dev.lede.access;

import static dev.lede.testsupport.Lede.admin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.access.keys.MadeKey;
import dev.lede.change.event.EventSource;
import dev.lede.http.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(Guarded.class)
class GuardedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles",
                "/v1/articles/none",
                "/v1/tags",
                "/v1/categories",
                "/v1/taxonomies",
                "/v1/summaries",
                "/v1/thumbnails",
                "/v1/documents/none.md"
            })
    void needsAKeyForEveryRead(String path) throws IOException {
        var reply = RawHttp.get(path, from(path.length() + 10));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).contains("A key with the role read is needed");
        var read = RawHttp.get(path, MadeKey.of("read").header());
        assertThat(read.status()).isIn(200, 404);
        assertThat(read.header("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(read.header("CDN-Cache-Control")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v1", "/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi", "/q/swagger-ui/"})
    void needsNoneForTheIndexAndForWhatRunsIt(String path) throws IOException {
        assertThat(RawHttp.get(path, from(path.length() + 10)).status()).isEqualTo(200);
    }

    @Test
    void handsOutItsPublicUrl() throws IOException {
        assertThat(RawHttp.get("/", from(1)).text()).contains("\"articles\":\"https://content.example/v1/articles\"");
    }

    @Test
    void tellsTheLocationOfWhatIsWrittenAtItsPublicUrl() throws IOException {
        try (var connection = RawHttp.connect()) {
            var reply = connection
                    .send(
                            "PUT",
                            "/v1/documents/a%20b/c.md",
                            MadeKey.of("write").header(),
                            "Content-Type: text/markdown",
                            "Content-Length: 5")
                    .write("Text.")
                    .reply(false);
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.header("Location")).contains("https://content.example/v1/documents/a%20b/c.md");
        }
    }

    @Test
    void tellsNoMoreToWhomKeysWereTakenFrom() throws IOException {
        var revoked = MadeKey.of("read");
        var kept = MadeKey.of("read");
        try (var listener = EventSource.open(RestAssured.port, "", revoked.header());
                var other = EventSource.open(RestAssured.port, "", kept.header())) {
            assertThat(listener.next(":")).isNotNull();
            admin().delete("/v1/keys/" + revoked.id()).then().statusCode(204);
            assertThat(listener.next("no line begins so")).isNull();
            assertThat(other.next(":")).isNotNull();
        }
    }

    @Test
    void limitsTheReadsOfEachKey() throws IOException {
        var busy = MadeKey.of("read");
        for (int number = 0; number < 30; number++) {
            assertThat(RawHttp.get("/v1/tags", busy.header()).status()).isEqualTo(200);
        }
        var reply = RawHttp.get("/v1/tags", busy.header());
        assertThat(reply.status()).isEqualTo(429);
        assertThat(Integer.parseInt(reply.header("Retry-After").orElseThrow())).isBetween(1, 60);
        assertThat(reply.header("RateLimit-Policy")).contains("\"reads\";q=30;w=60");
        assertThat(reply.header("RateLimit").orElseThrow()).matches("\"reads\";r=0;t=[0-9]+");
        assertThat(RawHttp.get("/v1/tags", MadeKey.of("read").header()).status())
                .isEqualTo(200);
    }

    @Test
    void limitsTheReadsOfEachAddressWithoutAKey() throws IOException {
        for (int number = 0; number < 30; number++) {
            // A wrong key is none: it opens no account of its own.
            var header = "Authorization: Bearer wrong-" + number;
            assertThat(RawHttp.get("/v1", header, from(2)).status()).isEqualTo(200);
        }
        assertThat(RawHttp.get("/v1", from(2)).status()).isEqualTo(429);
        assertThat(RawHttp.get("/q/health/live", from(2)).status()).isEqualTo(200);
        assertThat(RawHttp.get("/v1", from(3)).status()).isEqualTo(200);
    }

    @Test
    void limitsWritesApartFromReads() throws IOException {
        var writer = MadeKey.of("write");
        for (int number = 0; number < 20; number++) {
            assertThat(RawHttp.exchange("DELETE", "/v1/documents/none.md", writer.header())
                            .status())
                    .isEqualTo(404);
        }
        var reply = RawHttp.exchange("DELETE", "/v1/documents/none.md", writer.header());
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("RateLimit-Policy")).contains("\"writes\";q=20;w=60");
        assertThat(RawHttp.get("/v1/tags", writer.header()).status()).isEqualTo(200);
    }

    @Test
    void countsWhatIsRefusedForWantOfARole() throws IOException {
        var reader = MadeKey.of("read");
        for (int number = 0; number < 20; number++) {
            assertThat(RawHttp.exchange("DELETE", "/v1/documents/none.md", reader.header())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(RawHttp.exchange("DELETE", "/v1/documents/none.md", reader.header())
                        .status())
                .isEqualTo(429);
    }

    @Test
    void asksForAKeyBeforeItLooksAtARead() throws IOException {
        for (var target : new String[] {"/v1/articles?foo=1", "/v1/articles/%00", "/v1/tags?limit=%FF"}) {
            assertThat(RawHttp.get(target, from(90)).status()).isEqualTo(401);
            assertThat(RawHttp.get(target, MadeKey.of("read").header()).status())
                    .isEqualTo(400);
        }
        assertThat(RawHttp.get("/v1/articles", "Accept: image/x-none", from(90)).status())
                .isEqualTo(401);
    }

    @Test
    void takesTheAddressFromTheProxyThatIsConfigured() throws IOException {
        for (int number = 0; number < 20; number++) {
            assertThat(guess("X-Forwarded-For: 198.51.100.1").status()).isEqualTo(401);
        }
        assertThat(guess("X-Forwarded-For: 198.51.100.1").status()).isEqualTo(429);
        assertThat(guess("X-Forwarded-For: 198.51.100.2").status()).isEqualTo(401);
    }

    @Test
    void letsOnlyConfiguredOriginsRead() throws IOException {
        var ours = RawHttp.get("/v1", "Origin: https://reader.example", from(4));
        assertThat(ours.header("Access-Control-Allow-Origin")).contains("https://reader.example");
        assertThat(ours.header("Vary")).contains("Accept-Encoding, Origin");
        var other = RawHttp.get("/v1", "Origin: https://evil.example", from(4));
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(other.header("Vary")).contains("Accept-Encoding, Origin");
        assertThat(RawHttp.get("/v1", from(4)).header("Vary")).contains("Accept-Encoding, Origin");
        var refused = RawHttp.get("/v1/nowhere", "Origin: https://reader.example");
        assertThat(refused.header("Access-Control-Allow-Origin")).contains("https://reader.example");
        assertThat(refused.header("Vary")).contains("Accept-Encoding, Origin");
    }

    @Test
    void answersPreflightsOfConfiguredOriginsAlone() throws IOException {
        var ours = preflight("https://editor.example");
        assertThat(ours.status()).isEqualTo(204);
        assertThat(ours.header("Access-Control-Allow-Origin")).contains("https://editor.example");
        assertThat(ours.header("Access-Control-Max-Age")).contains("86400");
        assertThat(ours.header("Vary")).contains("Origin");
        var other = preflight("https://evil.example");
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(other.header("Access-Control-Allow-Methods")).isEmpty();
    }

    private static RawHttp.Reply preflight(String origin) throws IOException {
        return RawHttp.exchange("OPTIONS", "/v1/articles", "Origin: " + origin, "Access-Control-Request-Method: GET");
    }

    private static RawHttp.Reply guess(String from) throws IOException {
        return RawHttp.get("/v1/tags", "Authorization: Bearer wrong", from);
    }

    /** Each test has addresses of its own, so that none uses up what another has. */
    private static String from(int number) {
        return "X-Forwarded-For: 203.0.113." + number;
    }
}
