package dev.lede.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.http.RawHttp;
import dev.lede.testsupport.Lede;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked, and however wrongly: the answer is a problem. */
@QuarkusTest
class TransportProblemsTest {

    private static final String ADMIN = "Authorization: Bearer " + Lede.KEY;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/v1/nowhere",
                "/v2",
                "/q",
                "/q/nowhere",
                "/q/health/nowhere",
                "/favicon.ico",
                "/v1/keys/a/b"
            })
    void answersUnknownPathsWithAProblem(String path) throws IOException {
        assertProblem(RawHttp.get(path, ADMIN), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /v1/articles | GET, HEAD, OPTIONS",
                "DELETE | /v1          | GET, HEAD, OPTIONS",
                "PUT    | /            | GET, HEAD, OPTIONS",
                "GET    | /v1/keys/abc | DELETE, OPTIONS",
                "PATCH  | /v1/keys     | GET, HEAD, OPTIONS, POST"
            })
    void namesTheMethodsThatAreAllowed(String method, String path, String allowed) throws IOException {
        var reply = RawHttp.exchange(method, path, ADMIN);
        assertProblem(reply, 405, "method-not-allowed");
        assertThat(reply.header("Allow").orElseThrow().split(", ")).containsExactlyInAnyOrder(allowed.split(", "));
    }

    @Test
    void answersOtherMethodsUnderQWithAProblem() throws IOException {
        assertProblem(RawHttp.exchange("DELETE", "/q/nowhere", ADMIN), 404, "not-found");
    }

    @Test
    void refusesMediaTypesThatItDoesNotHave() throws IOException {
        assertProblem(RawHttp.get("/v1/tags", "Accept: application/xml"), 406, "not-acceptable");
    }

    @Test
    void refusesBodiesOfOtherMediaTypes() throws IOException {
        try (var connection = RawHttp.connect()) {
            connection
                    .send("POST", "/v1/keys", ADMIN, "Content-Type: text/plain", "Content-Length: 1")
                    .write("x");
            assertProblem(connection.reply(false), 415, "unsupported-media-type");
        }
    }

    @Test
    void refusesBodiesThatAnnounceTooMuchWithoutReadingThem() throws IOException {
        try (var connection = RawHttp.connect()) {
            connection.send(
                    "PUT", "/v1/documents/a.md", ADMIN, "Content-Type: text/markdown", "Content-Length: 99999999");
            assertProblem(connection.reply(false), 413, "document-too-large");
        }
    }

    @Test
    void refusesBodiesThatAnnounceNothingAndAreTooLarge() throws IOException {
        try (var connection = RawHttp.connect()) {
            connection.send(
                    "PUT", "/v1/documents/a.md", ADMIN, "Content-Type: text/markdown", "Transfer-Encoding: chunked");
            for (int chunk = 0; chunk < 5 * 16 + 1; chunk++) {
                connection.write("10000\r\n" + "x".repeat(0x10000) + "\r\n");
            }
            assertProblem(connection.reply(false), 413, "document-too-large");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/documents/a//b.md, invalid-path",
        "/v1/documents/a/./b.md, invalid-path",
        "/v1/documents/a/%2e%2e/b.md, invalid-path",
        "/v1/articles/%00, invalid-path",
        "/v1/articles/a%, invalid-path",
        "/v1/articles/%4, invalid-path",
        "/v1/articles/%zz, invalid-path",
        "/v1/articles/%ff%fe, invalid-path",
        "/q/%00, invalid-path",
        "/v1/articles?tag=%00, invalid-parameter",
        "/v1/articles?tag=%ff, invalid-parameter",
        "/v1/articles?tag=%, invalid-parameter",
        "/v1/articles?%zz=a, invalid-parameter",
        "/%, invalid-path",
        "/v1/articles?q={a}, malformed-request",
        "/v1/a|b, malformed-request",
        "/v1/articles?q=<a>, malformed-request"
    })
    void refusesAddressesThatAreNoText(String target, String slug) throws IOException {
        assertProblem(RawHttp.get(target), 400, slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: a b\r\n", "Host: [::1\r\n", "Host: a:99999999\r\n"})
    void refusesRequestsThatNameNoHost(String host) throws IOException {
        try (var connection = RawHttp.connect()) {
            connection.write("GET /v1/articles HTTP/1.1\r\n" + host + "\r\n");
            var reply = connection.reply(false);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.text()).contains("urn:lede:problem:malformed-request");
        }
    }

    @ParameterizedTest
    @CsvSource({"/v1/articles, 400", "/q/health/ready, 200"})
    void needsAHostInHttp10TooButForHealth(String target, int status) throws IOException {
        try (var connection = RawHttp.connect()) {
            connection.write("GET " + target + " HTTP/1.0\r\n\r\n");
            assertThat(connection.reply(false).status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GARBAGE", "GET /v1 HTTP/x", "G\u0001T /v1 HTTP/1.1", "GET /a b HTTP/1.1"})
    void survivesWhatIsNoRequest(String line) throws IOException {
        try (var connection = RawHttp.connect()) {
            connection.write(line + "\r\nHost: a\r\nConnection: close\r\n\r\n");
            var reply = connection.reply(false);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.text()).doesNotContainIgnoringCase("exception");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16_300, 60_000})
    void refusesAddressesThatAreTooLong(int length) throws IOException {
        var reply = RawHttp.get("/v1/articles?q=" + "a".repeat(length));
        if (length > 16_384) {
            assertProblem(reply, 414, "uri-too-long");
        } else {
            assertThat(reply.status()).isLessThan(414);
        }
    }

    @Test
    void refusesHeadersThatAreTooLarge() throws IOException {
        assertProblem(RawHttp.get("/v1/tags", "X-Large: " + "a".repeat(40_000)), 431, "headers-too-large");
    }

    @Test
    void sendsNoBodyToHead() throws IOException {
        try (var connection = RawHttp.connect()) {
            var reply = connection.send("HEAD", "/v1/nowhere").reply(true);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.header("Content-Type")).contains("application/problem+json");
            // Were there a body, it would stand where the next answer begins.
            assertProblem(connection.send("GET", "/v1/nowhere").reply(false), 404, "not-found");
        }
    }

    private static void assertProblem(RawHttp.Reply reply, int status, String slug) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.header("X-Request-Id")).isPresent();
        assertThat(reply.text())
                .contains("\"type\":\"urn:lede:problem:" + slug + "\"", "\"status\":" + status)
                .contains("\"requestId\":\"" + reply.header("X-Request-Id").orElseThrow() + "\"")
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("dev.lede", "io.quarkus", "<html");
    }
}
