package dev.lede.benchmark;

import static dev.lede.testsupport.Lede.admin;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Reads from memory against a bare handler of Vert.x in the same process, which sends the same bytes and fields without
 * looking at the request. Needs {@code wrk}; its own time does not count, as it is another process.
 */
@QuarkusTest
@EnabledIf("hasWrk")
class CachedReadsBenchmark {

    private static final int ARTICLES = 1_000;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
    private static final String SECONDS = Integer.getInteger("benchmark.seconds", 4) + "s";
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern TOTAL = Pattern.compile("([0-9]+) requests in");

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static boolean hasWrk() {
        try {
            return new ProcessBuilder("wrk", "-v")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    >= 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @param micros of one processor, a request */
    private record Load(double rate, double micros) {}

    private record Case(String name, String target, List<String> fields) {}

    @Test
    void againstABareHandler() throws Exception {
        store();
        var base = "http://127.0.0.1:" + RestAssured.port;
        var tag = answer(base + "/v1/articles", List.of())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        var cases = List.of(
                new Case("list of 20", "/v1/articles", List.of()),
                new Case("by slug", "/v1/articles/benchmark-7", List.of()),
                new Case("tags", "/v1/tags", List.of()),
                new Case("list of 20, gzip", "/v1/articles", List.of("Accept-Encoding: gzip")),
                new Case("304", "/v1/articles", List.of("If-None-Match: " + tag)));
        var vertx = Vertx.vertx();
        try {
            // What is compiled first is not yet what is measured.
            for (var one : cases) {
                load(base + one.target(), one.fields());
            }
            for (var one : cases) {
                compare(vertx, base, one);
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private void compare(Vertx vertx, String base, Case one) throws Exception {
        answer(base + one.target(), one.fields());
        var bare = bare(vertx, answer(base + one.target(), one.fields()));
        var bareBase = "http://127.0.0.1:" + bare.actualPort();
        load(base + one.target(), one.fields());
        load(bareBase + one.target(), one.fields());
        var ours = new ArrayList<Load>();
        var theirs = new ArrayList<Load>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(load(base + one.target(), one.fields()));
            theirs.add(load(bareBase + one.target(), one.fields()));
        }
        bare.close().toCompletionStage().toCompletableFuture().get();
        double rate = median(ours.stream().mapToDouble(Load::rate).toArray());
        double bareRate = median(theirs.stream().mapToDouble(Load::rate).toArray());
        double micros = median(ours.stream().mapToDouble(Load::micros).toArray());
        double bareMicros = median(theirs.stream().mapToDouble(Load::micros).toArray());
        System.out.printf(
                Locale.ROOT,
                "%-18s %,8.0f/s of %,8.0f/s bare (%.2f); %5.1f us of %5.1f us of a processor (%.2f)%n",
                one.name(),
                rate,
                bareRate,
                rate / bareRate,
                micros,
                bareMicros,
                micros / bareMicros);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static HttpServer bare(Vertx vertx, HttpResponse<byte[]> like) throws Exception {
        var body = Buffer.buffer(like.body());
        var fields = like.headers().map().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> List.of(field.getKey(), value)))
                .collect(Collectors.toList());
        return vertx.createHttpServer()
                .requestHandler(request -> {
                    var response = request.response().setStatusCode(like.statusCode());
                    fields.forEach(field -> response.headers().add(field.get(0), field.get(1)));
                    if (body.length() == 0) {
                        response.end();
                    } else {
                        response.end(body);
                    }
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private Load load(String url, List<String> fields) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("wrk", "-t1", "-c32", "-d" + SECONDS));
        fields.forEach(field -> command.addAll(List.of("-H", field)));
        command.add(url);
        long before = system.getProcessCpuTime();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        long cpu = system.getProcessCpuTime() - before;
        var rate = RATE.matcher(output);
        var total = TOTAL.matcher(output);
        assertThat(rate.find() && total.find()).as(output).isTrue();
        assertThat(output).doesNotContain("Socket errors");
        return new Load(Double.parseDouble(rate.group(1)), cpu / 1e3 / Double.parseDouble(total.group(1)));
    }

    private static HttpResponse<byte[]> answer(String url, List<String> fields)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).version(HttpClient.Version.HTTP_1_1);
        fields.forEach(field -> request.header(field.split(": ", 2)[0], field.split(": ", 2)[1]));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void store() {
        var lines = new StringBuilder();
        for (int i = 0; i < ARTICLES; i++) {
            lines.append("{\"path\":\"benchmark/benchmark-" + i + ".md\",\"content\":\"---\\ntitle: Benchmark " + i
                    + "\\ndate: 2024-01-01\\ntags: [t" + i % 50 + ", u" + i % 7 + "]\\n---\\n"
                    + "What one reads in an article of some length, sentence by sentence. ".repeat(40) + "\"}\n");
        }
        admin().contentType("application/x-ndjson")
                .body(lines.toString().getBytes(UTF_8))
                .post("/v1/documents")
                .then()
                .statusCode(200);
    }
}
