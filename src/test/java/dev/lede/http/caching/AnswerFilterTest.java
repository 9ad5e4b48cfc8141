package dev.lede.http.caching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.http.RawHttp;
import dev.lede.testsupport.Lede;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnswerFilterTest {

    private static final String LARGE = "/test/answers/large";
    private static final String SMALL = "/test/answers/small";

    @Test
    void tagsAnswersWithAHashOfTheirBytes() throws IOException {
        var reply = RawHttp.get(LARGE);
        var expected = Answer.json(AnswersResource.LARGE.getBytes(UTF_8)).tag();
        assertThat(reply.header("ETag")).contains("\"" + expected + "\"");
        assertThat(RawHttp.get(LARGE, "Accept-Encoding: gzip").header("ETag")).contains("\"" + expected + "-gzip\"");
        assertThat(RawHttp.get(SMALL).header("ETag").orElseThrow()).doesNotContain(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br", "br;q=1, gzip;q=0.1", "*", "gzip, identity;q=0"})
    void compressesOnRequest(String accepted) throws IOException {
        var reply = RawHttp.get(LARGE, "Accept-Encoding: " + accepted);
        assertThat(reply.header("Content-Encoding")).contains("gzip");
        assertThat(reply.body().length).isLessThan(AnswersResource.LARGE.length() / 10);
        try (var body = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
            assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo(AnswersResource.LARGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "identity", "gzip;q=0", "gzip;q=0.5, identity", ""})
    void compressesOnlyOnRequest(String accepted) throws IOException {
        var reply = RawHttp.get(LARGE, "Accept-Encoding: " + accepted);
        assertThat(reply.header("Content-Encoding")).isEmpty();
        assertThat(reply.text()).isEqualTo(AnswersResource.LARGE);
    }

    @Test
    void readsSeveralLinesOfAFieldAsOne() throws IOException {
        assertThat(RawHttp.get(LARGE, "Accept-Encoding: br", "Accept-Encoding: gzip")
                        .header("Content-Encoding"))
                .contains("gzip");
        var tag = RawHttp.get(LARGE).header("ETag").orElseThrow();
        assertThat(RawHttp.get(LARGE, "If-None-Match: \"x\"", "If-None-Match: " + tag)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void compressesNothingSmallUnlessItMust() throws IOException {
        assertThat(RawHttp.get(SMALL, "Accept-Encoding: gzip").header("Content-Encoding"))
                .isEmpty();
        assertThat(RawHttp.get(SMALL, "Accept-Encoding: gzip, identity;q=0").header("Content-Encoding"))
                .contains("gzip");
    }

    @Test
    void refusesReadsThatTakeNoCodingItHas() throws IOException {
        var reply = RawHttp.get(LARGE, "Accept-Encoding: br, identity;q=0");
        assertThat(reply.status()).isEqualTo(406);
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        assertThat(reply.header("ETag")).isEmpty();
        assertThat(reply.text()).contains("urn:lede:problem:not-acceptable", "Accept-Encoding");
        assertThat(RawHttp.exchange(
                                "POST", "/test/answers/written", "Accept-Encoding: identity;q=0", "Content-Length: 0")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%s                 | 304",
                "W/%s            | 304",
                "\"x\", %s       | 304",
                "*               | 304",
                "\"x\"              | 200",
                "h               | 200",
                "%s x            | 200"
            })
    void answers304ToWhoHasIt(String condition, int status) throws IOException {
        for (var form : new String[] {"", "-gzip"}) {
            var tag = "\"" + Answer.json(AnswersResource.LARGE.getBytes(UTF_8)).tag() + form + "\"";
            var reply = RawHttp.get(LARGE, "If-None-Match: " + condition.replace("%s", tag));
            assertThat(reply.status()).isEqualTo(status);
        }
    }

    @Test
    void sends304TheFieldsOfThe200AndNoBody() throws IOException {
        try (var connection = RawHttp.connect()) {
            var full = connection.send("GET", LARGE, "Accept-Encoding: gzip").reply(false);
            var reply = connection
                    .send(
                            "GET",
                            LARGE,
                            "Accept-Encoding: gzip",
                            "If-None-Match: " + full.header("ETag").orElseThrow())
                    .reply(false);
            assertThat(reply.status()).isEqualTo(304);
            for (var same : new String[] {"ETag", "Cache-Control", "CDN-Cache-Control", "Vary"}) {
                assertThat(reply.header(same)).as(same).isPresent().isEqualTo(full.header(same));
            }
            assertThat(reply.header("Content-Type")).isEmpty();
            assertThat(reply.header("Content-Encoding")).isEmpty();
            // Were there a body, it would stand where the next answer begins.
            assertThat(connection.send("GET", SMALL).reply(false).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-Match: \"x\"                                  | 412",
                "If-Match: *                                      | 200",
                "If-Match: x                                      | 400",
            })
    void honoursTheOtherConditions(String header, int status) throws IOException {
        var reply = RawHttp.get(LARGE, header);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text().contains("urn:lede:problem:")).isEqualTo(status >= 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/test/answers/large", "/test/answers/small", "/test/answers/varied", "/", "/v1", "/v1/articles",
                "/v1/tags", "/v1/categories", "/v1/taxonomies", "/v1/summaries", "/v1/thumbnails", "/v1/keys",
                "/v1/documents", "/v1/nowhere", "/v1/articles?limit=0"
            })
    void answersHeadWithTheFieldsOfGetAndNoBody(String path) throws IOException {
        for (var coding : new String[] {"identity", "gzip"}) {
            try (var connection = RawHttp.connect()) {
                var key = "Authorization: Bearer " + Lede.KEY;
                var encoding = "Accept-Encoding: " + coding;
                var get = connection.send("GET", path, key, encoding).reply(false);
                var head = connection.send("HEAD", path, key, encoding).reply(true);
                assertThat(head.status()).isEqualTo(get.status());
                assertThat(steady(head)).containsExactlyInAnyOrderElementsOf(steady(get));
                assertThat(head.header("Content-Length")).contains(Integer.toString(get.body().length));
                // Were there a body, it would stand where the next answer begins.
                assertThat(connection.send("GET", SMALL).reply(false).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void variesByExactlyWhatWasNegotiated() throws IOException {
        assertThat(RawHttp.get(SMALL).header("Vary")).contains("Accept-Encoding");
        assertThat(RawHttp.get("/test/answers/varied").header("Vary"))
                .contains("Accept, Accept-Encoding, Accept-Language");
    }

    @Test
    void keepsWhatTheAnswerSays() throws IOException {
        var reply = RawHttp.get("/test/answers/varied");
        assertThat(reply.header("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(reply.header("ETag")).contains("\"own\"");
        assertThat(reply.all("Link")).containsExactly("</a>; rel=\"next\"", "</b>; rel=\"prev\"");
        assertThat(reply.text()).isEqualTo("ä");
    }

    @Test
    void letsOthersKeepPublicReads() throws IOException {
        var reply = RawHttp.get(SMALL);
        assertThat(reply.header("Cache-Control")).contains("public, max-age=0, s-maxage=60");
        assertThat(reply.header("CDN-Cache-Control")).contains("max-age=60, stale-while-revalidate=600");
    }

    @Test
    void letsNobodyKeepThemPastTheNextMoment() throws IOException {
        var reply = RawHttp.get("/test/answers/expiring");
        assertThat(reply.header("Cache-Control")).contains("public, max-age=0, s-maxage=0");
        assertThat(reply.header("CDN-Cache-Control")).contains("max-age=0");
    }

    @Test
    void letsNobodyKeepWhatNeededAKey() throws IOException {
        var reply = RawHttp.get("/test/answers/keyed", "Authorization: Bearer " + Lede.KEY);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).contains("private, no-store");
        assertThat(reply.header("CDN-Cache-Control")).isEmpty();
        assertThat(reply.header("ETag")).isPresent();
    }

    @Test
    void letsNobodyKeepRefusalsAndWrites() throws IOException {
        assertThat(RawHttp.get("/test/answers/keyed").header("Cache-Control")).contains("no-store");
        var written = RawHttp.exchange("POST", "/test/answers/written", "Content-Length: 0");
        assertThat(written.header("Cache-Control")).contains("private, no-store");
        assertThat(written.header("ETag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/health", "/q/metrics", "/q/swagger-ui/"})
    void answersHeadBesideTheApiToo(String path) throws IOException {
        assertThat(RawHttp.exchange("HEAD", path).status()).isEqualTo(200);
    }

    /** Without what is of the moment, and names as HTTP compares them. */
    private static List<String> steady(RawHttp.Reply reply) {
        return reply.headers().stream()
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)
                        + line.substring(line.indexOf(':')))
                .filter(line -> !line.matches("(x-request-id|server-timing|lede-revision|date):.*"))
                .toList();
    }
}
