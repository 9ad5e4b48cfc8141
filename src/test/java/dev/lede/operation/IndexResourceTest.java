package dev.lede.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.http.RawHttp;
import dev.lede.testsupport.Lede;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IndexResourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/"})
    void saysWhatThisIs(String path) throws IOException {
        var reply = RawHttp.get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type").orElseThrow()).startsWith("application/json");
        var index = JsonPath.from(reply.text());
        assertThat(index.<Map<String, ?>>get("$").keySet()).containsExactly("name", "version", "revision", "links");
        assertThat(index.getString("name")).isEqualTo("Lede");
        assertThat(index.getString("version")).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(reply.header("Lede-Revision")).contains(index.getString("revision"));
    }

    @Test
    void leadsEverywhereThereIs() throws IOException {
        Map<String, String> links = JsonPath.from(RawHttp.get("/").text()).get("links");
        assertThat(links)
                .containsKeys(
                        "articles", "tags", "categories", "summaries", "thumbnails", "documents", "keys", "openapi");
        // Some want a parameter, and say so; none is missing.
        assertThat(links.values())
                .allSatisfy(link -> assertThat(RawHttp.exchange(
                                        // It has no end.
                                        link.equals("/v1/events") ? "HEAD" : "GET",
                                        link,
                                        "Authorization: Bearer " + Lede.KEY)
                                .status())
                        .as(link)
                        .isIn(200, 302, 400));
    }

    @Test
    void isAReadLikeAnyOther() throws IOException {
        var reply = RawHttp.get("/", "Origin: https://reader.example");
        assertThat(reply.header("Cache-Control")).contains("public, max-age=0, s-maxage=60");
        assertThat(reply.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(reply.header("Vary")).contains("Accept-Encoding");
        var tag = reply.header("ETag").orElseThrow();
        assertThat(RawHttp.get("/v1").header("ETag")).contains(tag);
        assertThat(RawHttp.get("/", "If-None-Match: " + tag).status()).isEqualTo(304);
    }

    @Test
    void knowsTheNewestRevision() throws IOException {
        var written = Lede.put("index/revision.md", "---\ntitle: Revision\n---\nText.\n");
        assertThat(JsonPath.from(RawHttp.get("/").text()).getLong("revision"))
                .isGreaterThanOrEqualTo(Long.parseLong(written.header("Lede-Revision")));
    }
}
