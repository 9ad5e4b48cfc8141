package dev.lede.http.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lede.http.RawHttp;
import dev.lede.testsupport.Lede;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MannersTest {

    private static final String EXPOSED =
            "ETag, Link, Location, Lede-Revision, Retry-After, X-Request-Id, Server-Timing";

    static Stream<String> everywhere() {
        return Stream.of(
                "/",
                "/v1",
                "/v1/articles",
                "/v1/nowhere",
                "/v1/keys",
                "/v1/tags?x=y",
                "/v1/%00",
                "/nowhere",
                "/q/health/live",
                "/q/openapi",
                "/q/metrics",
                "/q/nowhere",
                "/test/traps/fault");
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void arePartOfEveryAnswer(String path) throws IOException {
        var reply = RawHttp.get(path, "X-Request-Id: mine-1", "Origin: https://reader.example");
        assertThat(reply.header("X-Request-Id")).contains("mine-1");
        assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.header("Server-Timing").orElseThrow()).matches("total;dur=[0-9]+\\.[0-9]");
        assertThat(reply.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(reply.header("Access-Control-Expose-Headers")).contains(EXPOSED);
        assertThat(reply.header("Cache-Control")).isPresent();
        assertThat(reply.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1?x=y", "/v1/articles", "/v1/nowhere", "/v1/keys", "/v1/%00", "/v1/tags?x=y"})
    void tellTheRevisionEverywhereUnderV1(String path) throws IOException {
        assertThat(RawHttp.get(path).header("Lede-Revision").orElseThrow()).matches("[0-9]+");
    }

    @Test
    void tellTheRevisionNowhereElse() throws IOException {
        assertThat(RawHttp.get("/v10").header("Lede-Revision")).isEmpty();
        assertThat(RawHttp.get("/q/health/live").header("Lede-Revision")).isEmpty();
    }

    @Test
    void neverTellAnOlderRevisionThanAWriteDid() throws IOException {
        var written = Lede.put("manners/revision.md", "---\ntitle: Revision\n---\nText.\n");
        long revision = Long.parseLong(written.header("Lede-Revision"));
        assertThat(revision).isPositive();
        for (var path : new String[] {"/v1", "/v1/articles", "/v1/nowhere", "/v1/keys", "/v1/articles?limit=0"}) {
            assertThat(Long.parseLong(RawHttp.get(path).header("Lede-Revision").orElseThrow()))
                    .as(path)
                    .isGreaterThanOrEqualTo(revision);
        }
    }

    @Test
    void makeARequestIdForThoseWhoSendNone() throws IOException {
        assertThat(RawHttp.get("/v1").header("X-Request-Id").orElseThrow()).matches("[0-9a-f]{32}");
        assertThat(RawHttp.get("/v1", "X-Request-Id: not well-formed")
                        .header("X-Request-Id")
                        .orElseThrow())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void answerPreflightsForReads() throws IOException {
        for (var path : new String[] {"/v1/articles", "/v1/nowhere", "/q/openapi"}) {
            var reply = RawHttp.exchange(
                    "OPTIONS",
                    path,
                    "Origin: https://reader.example",
                    "Access-Control-Request-Method: GET",
                    "Access-Control-Request-Headers: authorization");
            assertThat(reply.status()).isEqualTo(204);
            assertThat(reply.header("Access-Control-Allow-Origin")).contains("*");
            assertThat(reply.header("Access-Control-Allow-Methods")).contains("GET, HEAD");
            assertThat(reply.header("Access-Control-Allow-Headers"))
                    .contains("Authorization, Content-Type, If-Match, If-None-Match, Last-Event-ID");
            assertThat(reply.header("Access-Control-Max-Age")).contains("86400");
            assertThat(reply.header("Vary")).isEmpty();
        }
    }

    @Test
    void openNoWritesToOtherOrigins() throws IOException {
        var reply = RawHttp.exchange(
                "DELETE",
                "/v1/documents/none.md",
                "Origin: https://reader.example",
                "Authorization: Bearer " + Lede.KEY);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/documents, 'GET, HEAD, OPTIONS, POST'",
        "/v1/documents/a/b.md, 'DELETE, GET, HEAD, OPTIONS, PUT'",
        "/v1/assets/a.png, 'DELETE, GET, HEAD, OPTIONS, PUT'",
        "/v1/keys, 'GET, HEAD, OPTIONS, POST'",
        "/v1/keys/none, 'DELETE, OPTIONS'",
        "/v1/articles/none, 'GET, HEAD, OPTIONS'",
        "/, 'GET, HEAD, OPTIONS'"
    })
    void answerOptionsWithTheMethodsOfThatVeryAddress(String path, String methods) throws IOException {
        var reply = RawHttp.exchange("OPTIONS", path);
        assertThat(reply.status()).isIn(200, 204);
        assertThat(reply.header("Allow").orElseThrow().split(", ")).containsExactlyInAnyOrder(methods.split(", "));
    }

    @Test
    void answerOptionsOfNothingWithNotFound() throws IOException {
        assertThat(RawHttp.exchange("OPTIONS", "/v1/keys/a/b/c").status()).isEqualTo(404);
        assertThat(RawHttp.exchange("OPTIONS", "/v1/nowhere").status()).isEqualTo(404);
    }

    @Test
    void answerOptionsWithTheMethodsThatAreAllowed() throws IOException {
        var reply = RawHttp.exchange("OPTIONS", "/v1/articles");
        assertThat(reply.status()).isBetween(200, 204);
        assertThat(reply.header("Allow").orElseThrow()).contains("GET", "HEAD", "OPTIONS");
    }

    @Test
    void doNotReadOnWhenTheAnswerIsOut() throws IOException {
        try (var connection = RawHttp.connect()) {
            connection.send("PUT", "/v1/documents/a.md", "Content-Length: 5368709120");
            var reply = connection.reply(false);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("Connection")).contains("close");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void endTheConnectionOfThoseWhoWaitedToBeToldToGoOn() throws IOException {
        try (var connection = RawHttp.connect()) {
            connection.send("PUT", "/v1/documents/a.md", "Content-Length: 3", "Expect: 100-continue");
            var reply = connection.reply(false);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("Connection")).contains("close");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void leaveAConnectionOpenThatHasBeenIdleSinceAWrite() throws IOException, InterruptedException {
        try (var whole = RawHttp.connect();
                var chunked = RawHttp.connect()) {
            var key = "Authorization: Bearer " + Lede.KEY;
            whole.send("PUT", "/v1/documents/idle/whole.md", key, "Content-Type: text/markdown", "Content-Length: 4")
                    .write("# A\n");
            chunked.send(
                            "PUT",
                            "/v1/documents/idle/chunked.md",
                            key,
                            "Content-Type: text/markdown",
                            "Transfer-Encoding: chunked")
                    .write("4\r\n# B\n\r\n0\r\n\r\n");
            assertThat(whole.reply(false).status()).isEqualTo(201);
            assertThat(chunked.reply(false).status()).isEqualTo(201);

            // Longer than what still comes of a body is waited for.
            Thread.sleep(11_000);
            assertThat(whole.send("GET", "/v1/articles/whole").reply(false).status())
                    .isEqualTo(200);
            assertThat(chunked.send("GET", "/v1/articles/chunked").reply(false).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void sayWhatRefusalsVaryBy() throws IOException {
        assertThat(RawHttp.get("/v1/nothing").header("Vary")).contains("Accept-Encoding");
        assertThat(RawHttp.get("/v1/articles", "Accept: image/png").header("Vary"))
                .contains("Accept, Accept-Encoding");
    }

    @Test
    void giveUpOnThoseWhoNeverEnd() throws IOException {
        try (var connection = RawHttp.connect()) {
            connection.send("PUT", "/v1/documents/a.md", "Transfer-Encoding: chunked");
            assertThat(connection.reply(false).status()).isEqualTo(401);
            var chunk = ("100000\r\n" + "x".repeat(0x100000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            assertThatThrownBy(() -> {
                        for (int mebibyte = 0; mebibyte < 1024; mebibyte++) {
                            connection.write(chunk);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void keepTheConnectionAfterARefusedBodyThatIsSmall() throws IOException {
        try (var connection = RawHttp.connect()) {
            connection.send("PUT", "/v1/documents/a.md", "Content-Length: 3");
            assertThat(connection.reply(false).status()).isEqualTo(401);
            connection.write("abc").send("GET", "/v1/tags");
            assertThat(connection.reply(false).status()).isEqualTo(200);
        }
    }
}
