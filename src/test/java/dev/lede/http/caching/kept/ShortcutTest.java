package dev.lede.http.caching.kept;

import static dev.lede.testsupport.Lede.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.http.RawHttp;
import dev.lede.http.RawHttp.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Later requests of a connection are answered on another way than the first. */
@QuarkusTest
class ShortcutTest {

    private static final String SMALL = "/v1/articles/short-cut?fields=title";
    private static final String LARGE = "/v1/articles/short-cut?include=body.text";
    private static final String KEY = "Authorization: Bearer test-admin-key-0123456789";

    @Inject
    MeterRegistry registry;

    @Inject
    Admission admission;

    @BeforeEach
    void articles() throws IOException {
        put("short/short-cut.md", "---\ntitle: Short cut\n---\n" + "Some more text. ".repeat(1_000) + "\n");
        for (var target : List.of(SMALL, LARGE)) {
            assertThat(RawHttp.get(target).status()).isEqualTo(200);
        }
    }

    private double hits() {
        return registry.get("lede.cache.hits").functionCounter().count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Accept-Encoding: gzip", "X-Request-Id: my.own", "X-Request-Id: not well-formed"})
    void differsInNothingFromTheWayOfTheFirst(String field) throws IOException {
        var fields = field.isEmpty() ? new String[0] : new String[] {field};
        for (var target : List.of(SMALL, LARGE)) {
            try (var connection = RawHttp.connect()) {
                var before = hits();
                var first = connection.send("GET", target, fields).reply(false);
                var second = connection.send("GET", target, fields).reply(false);
                var third = connection.send("GET", target, fields).reply(false);
                assertThat(hits() - before).isEqualTo(3);
                assertThat(seen(second)).isEqualTo(seen(first));
                assertThat(seen(third)).isEqualTo(seen(first));
                assertThat(second.body()).isNotEmpty().isEqualTo(first.body());
                assertThat(third.body()).isEqualTo(first.body());
                var held = "If-None-Match: " + first.header("ETag").orElseThrow();
                var unchanged = new String[][] {{held}, {held, field}}[fields.length];
                var again = connection.send("GET", target, unchanged).reply(false);
                assertThat(again.status()).isEqualTo(304);
                try (var other = RawHttp.connect()) {
                    assertThat(seen(again))
                            .isEqualTo(seen(other.send("GET", target, unchanged).reply(false)));
                }
            }
        }
    }

    /** What differs between two answers to the same request stands without its value. */
    private static List<String> seen(Reply reply) {
        var lines = new TreeSet<String>();
        lines.add("status " + reply.status());
        for (var line : reply.headers()) {
            var name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
            var value = line.substring(line.indexOf(':') + 1).strip();
            lines.add(
                    switch (name) {
                        case "server-timing" -> name + value.replaceAll("[0-9]+\\.[0-9]$", "#");
                        case "x-request-id" -> name + value.replaceAll("^[0-9a-f]{32}$", "#");
                        default -> name + ": " + value;
                    });
        }
        return List.copyOf(lines);
    }

    @Test
    void keepsTheOrderOfRequestsThatComeAllAtOnce() throws IOException {
        var get = "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n";
        try (var connection = RawHttp.connect()) {
            for (int round = 0; round < 20; round++) {
                var document = "---\ntitle: Late " + round + "\n---\nText.\n";
                connection.write(get.formatted(SMALL, "")
                        + get.formatted("/v1/articles?fields=title&limit=" + (round + 1), KEY + "\r\n")
                        + get.formatted(SMALL, "")
                        + "PUT /v1/documents/short/late.md HTTP/1.1\r\nHost: localhost\r\n" + KEY
                        + "\r\nContent-Type: text/markdown\r\nContent-Length: " + document.length() + "\r\n\r\n"
                        + document
                        + get.formatted("/v1/articles/late?fields=title", "")
                        + get.formatted(SMALL, "")
                        + "HEAD " + SMALL + " HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        + get.formatted(LARGE, "")
                        + get.formatted("/v1/nowhere", "")
                        + get.formatted(SMALL, ""));
                assertThat(connection.reply(false).text()).isEqualTo("{\"title\":\"Short cut\"}");
                assertThat(connection.reply(false).text()).contains("\"limit\":" + (round + 1));
                assertThat(connection.reply(false).text()).isEqualTo("{\"title\":\"Short cut\"}");
                assertThat(connection.reply(false).status()).isBetween(200, 201);
                assertThat(connection.reply(false).text()).isEqualTo("{\"title\":\"Late " + round + "\"}");
                assertThat(connection.reply(false).text()).isEqualTo("{\"title\":\"Short cut\"}");
                assertThat(connection.reply(true).header("Content-Length")).hasValue("21");
                assertThat(connection.reply(false).body()).hasSizeGreaterThan(10_000);
                assertThat(connection.reply(false).status()).isEqualTo(404);
                assertThat(connection.reply(false).text()).isEqualTo("{\"title\":\"Short cut\"}");
            }
        }
    }

    @Test
    void takesWhateverPiecesARequestComesIn() throws IOException {
        try (var connection = RawHttp.connect()) {
            var request = "GET " + SMALL + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            for (int end = 0; end < request.length(); end += 9) {
                connection.write(request.substring(0, end)).write(request.substring(end));
                assertThat(connection.reply(false).text()).isEqualTo("{\"title\":\"Short cut\"}");
            }
        }
    }

    @Test
    void endsWithTheConnectionThatIsToEnd() throws IOException {
        try (var connection = RawHttp.connect()) {
            var get = "GET " + SMALL + " HTTP/1.1\r\nHost: localhost\r\n";
            connection.write(get + "\r\n" + get + "Connection: close\r\n\r\n" + get + "\r\n");
            assertThat(connection.reply(false).status()).isEqualTo(200);
            assertThat(connection.reply(false).status()).isEqualTo(200);
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void refusesWhatTheOrdinaryWayRefuses() throws IOException {
        try (var connection = RawHttp.connect()) {
            assertThat(connection.send("GET", SMALL).reply(false).status()).isEqualTo(200);
            connection.write("GET " + SMALL + " HTTP/1.1\r\n\r\n");
            assertThat(connection.reply(false).status()).isEqualTo(400);
            assertThat(connection.send("GET", SMALL).reply(false).status()).isEqualTo(200);
            assertThat(connection
                            .send("GET", SMALL, "Accept-Encoding: identity;q=0")
                            .reply(false)
                            .status())
                    .isEqualTo(406);
            assertThat(connection
                            .send("GET", SMALL, "If-Match: \"other\"")
                            .reply(false)
                            .status())
                    .isEqualTo(412);
            admission.by(client -> false);
            var before = hits();
            try {
                assertThat(connection.send("GET", SMALL).reply(false).status()).isEqualTo(200);
                assertThat(hits()).isEqualTo(before);
            } finally {
                admission.by(client -> true);
            }
        }
    }

    @Test
    void isMeasuredLikeAllOtherRequests() throws IOException {
        try (var connection = RawHttp.connect()) {
            var first = connection.send("GET", LARGE).reply(false);
            var held = "If-None-Match: " + first.header("ETag").orElseThrow();
            var whole = count("200");
            var unchanged = count("304");
            var bytes = bytes();
            for (int i = 0; i < 10; i++) {
                connection.send("GET", LARGE).reply(false);
            }
            for (int i = 0; i < 7; i++) {
                connection.send("GET", LARGE, held).reply(false);
            }
            // What comes now is answered after all those were noted.
            connection.send("GET", LARGE).reply(false);
            assertThat(count("200") - whole).isBetween(10L, 11L);
            assertThat(count("304") - unchanged).isEqualTo(7);
            assertThat(bytes() - bytes).isBetween(10.0 * first.body().length, 11.0 * first.body().length);
            assertThat(timers("200").meters()).hasSize(1);
        }
    }

    private Search timers(String status) {
        return registry.find("http.server.requests")
                .tags("method", "GET", "uri", "/v1/articles/{key}", "status", status);
    }

    private long count(String status) {
        return timers(status).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private double bytes() {
        return registry.get("http.server.bytes.written").summary().totalAmount();
    }
}
