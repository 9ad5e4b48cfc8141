package dev.lede.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.access.keys.MadeKey;
import dev.lede.http.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever else is wrong with a request, who may not make it is told that and nothing else. */
@QuarkusTest
class RolesFirstTest {

    private static final String WRONG = "Authorization: Bearer lede_000000000000_" + "0".repeat(64);

    /** One for each role: lists of keys are not to grow by what is tried here. */
    private static final Map<String, MadeKey> KEYS = new ConcurrentHashMap<>();

    /** What needs a key, and a role that is not enough. */
    private record Guarded(String method, String path, String query, String lesser) {

        String target(String change) {
            return path + "?" + query + change;
        }
    }

    private static final List<Guarded> GUARDED = List.of(
            new Guarded("PUT", "/v1/documents/roles/a.md", "", "preview"),
            new Guarded("DELETE", "/v1/documents/roles/a.md", "", "preview"),
            new Guarded("POST", "/v1/documents", "", "preview"),
            new Guarded("GET", "/v1/documents", "", "read"),
            new Guarded("PUT", "/v1/assets/roles/a.png", "", "preview"),
            new Guarded("DELETE", "/v1/assets/roles/a.png", "", "preview"),
            new Guarded("GET", "/v1/keys", "", "write"),
            new Guarded("POST", "/v1/keys", "", "write"),
            new Guarded("DELETE", "/v1/keys/none", "", "write"),
            new Guarded("GET", "/v1/articles", "perspective=all", "read"),
            new Guarded("HEAD", "/v1/articles", "perspective=all", "read"),
            new Guarded("GET", "/v1/articles", "asOf=2024-01-01", "read"),
            new Guarded("GET", "/v1/articles/none", "perspective=all", "read"),
            new Guarded("GET", "/v1/articles/none", "asOf=nothing", "read"),
            new Guarded("GET", "/v1/summaries", "asOf=2024-01-01", "read"),
            new Guarded("GET", "/v1/summaries/none", "perspective=all", "read"),
            new Guarded("GET", "/v1/thumbnails", "perspective=all", "read"),
            new Guarded("GET", "/v1/thumbnails/none", "asOf=2024-01-01", "read"),
            new Guarded("GET", "/v1/archive", "perspective=all", "read"));

    static Stream<Arguments> requests() {
        var requests = new ArrayList<Arguments>();
        for (var guarded : GUARDED) {
            for (var change : List.of("", "&foo=1", "&limit=0", "&dryRun=maybe", "&limit=%FF", "&foo=%", "&lang=")) {
                requests.add(Arguments.of(guarded.method(), guarded.target(change), "X: y", guarded.lesser()));
            }
            for (var header : List.of(
                    "Content-Type: ???",
                    "Content-Type: image/x-none",
                    "Accept: image/x-none",
                    "Accept: ???",
                    "If-Match: ???",
                    "Content-Encoding: br")) {
                requests.add(Arguments.of(guarded.method(), guarded.target(""), header, guarded.lesser()));
            }
            if (guarded.path().chars().filter(c -> c == '/').count() > 2) {
                for (var odd : List.of("/%00", "/a%2F..%2Fb.md", "//a.md", "/%FF.md", "/%zz.md", "/a.exe", "/.md")) {
                    var path = guarded.path().substring(0, guarded.path().lastIndexOf('/')) + odd;
                    requests.add(
                            Arguments.of(guarded.method(), path + "?" + guarded.query(), "X: y", guarded.lesser()));
                }
            }
        }
        return requests.stream();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void areAskedForBeforeAnythingElse(String method, String target, String header, String lesser) throws IOException {
        // Addresses of their own: twenty wrong keys from one are too many.
        int address = 30 + Math.floorMod((method + target + header).hashCode(), 220);

        assertThat(status(address, method, target, header)).isEqualTo(401);
        assertThat(status(address, method, target, header, WRONG)).isIn(401, 429);
        assertThat(status(
                        address,
                        method,
                        target,
                        header,
                        KEYS.computeIfAbsent(lesser, MadeKey::of).header()))
                .isEqualTo(403);
    }

    private static int status(int address, String method, String target, String... headers) throws IOException {
        try (var connection = RawHttp.connectFrom(address)) {
            return connection
                    .send(method, target, headers)
                    .reply(method.equals("HEAD"))
                    .status();
        }
    }
}
