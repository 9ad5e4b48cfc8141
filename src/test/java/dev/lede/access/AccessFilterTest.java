package dev.lede.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.access.keys.MadeKey;
import dev.lede.http.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessFilterTest {

    private static final String WRONG = "Authorization: Bearer lede_000000000000_" + "0".repeat(64);

    @ParameterizedTest
    @CsvSource({
        // role, public read, list of documents, deletion of a document, list of keys
        "read,    200, 403, 403, 403",
        "preview, 200, 200, 403, 403",
        "write,   200, 200, 404, 403",
        "admin,   200, 200, 404, 200"
    })
    void holdsEachRoleToWhatItMay(String role, int read, int preview, int write, int admin) throws IOException {
        var key = MadeKey.of(role);
        assertThat(RawHttp.get("/v1/articles", key.header()).status()).isEqualTo(read);
        assertThat(RawHttp.get("/v1/documents", key.header()).status()).isEqualTo(preview);
        assertThat(RawHttp.exchange("DELETE", "/v1/documents/none.md", key.header())
                        .status())
                .isEqualTo(write);
        assertThat(RawHttp.get("/v1/keys", key.header()).status()).isEqualTo(admin);
    }

    @Test
    void saysWhichRoleIsNeeded() throws IOException {
        var reply = RawHttp.get("/v1/keys", MadeKey.of("write").header());
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.text()).contains("urn:lede:problem:forbidden", "This needs a key with the role admin.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y", "Authorization: Basic YTpi", "Authorization: Bearer", "Authorization: "})
    void challengesThoseWithoutAKey(String header) throws IOException {
        var reply = RawHttp.get("/v1/keys", header);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).contains("Bearer realm=\"lede\"");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.text()).contains("urn:lede:problem:unauthorized", "role admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lede_000000000000_0000000000000000000000000000000000000000000000000000000000000000",
                "x",
                "lede_",
                "test-admin-key-012345678",
                "test-admin-key-01234567890",
                "Test-Admin-Key-0123456789",
                "\u00e4\u00ff"
            })
    void tellsThoseWithAWrongKeyThatItIs(String token) throws IOException {
        try (var connection = RawHttp.connectFrom(11)) {
            var reply = connection
                    .send("GET", "/v1/keys", "Authorization: Bearer " + token)
                    .reply(false);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).contains("Bearer realm=\"lede\", error=\"invalid_token\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"PUT, /v1/documents/a.md", "POST, /v1/documents", "POST, /v1/keys"})
    void checksTheRoleBeforeAnyOfTheBodyIsThere(String method, String path) throws IOException {
        String[] body = {"Content-Type: application/json", "Content-Length: 5368709120"};
        assertThat(answerWithoutBody(method, path, body[0], body[1])).isEqualTo(401);
        assertThat(answerWithoutBody(method, path, body[0], body[1], WRONG)).isEqualTo(401);
        assertThat(answerWithoutBody(
                        method, path, body[0], body[1], MadeKey.of("preview").header()))
                .isEqualTo(403);
        assertThat(answerWithoutBody(method, path, body[0], "Transfer-Encoding: chunked", WRONG))
                .isEqualTo(401);
    }

    /** Not a byte of the body is ever sent: an answer comes only from those who do not wait for it. */
    private static int answerWithoutBody(String method, String path, String... headers) throws IOException {
        try (var connection = RawHttp.connectFrom(12)) {
            return connection.send(method, path, headers).reply(false).status();
        }
    }

    @Test
    void doesNotLookAtTheKeyOfAPublicRead() throws IOException {
        var reply = RawHttp.get("/v1/articles", WRONG);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control").orElseThrow()).startsWith("public");
    }
}
