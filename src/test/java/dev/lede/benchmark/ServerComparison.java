package dev.lede.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.operation.Packaged;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application side by side with the least that would do: a bare HTTP handler in the same JVM, pgbench on the
 * same database. Prints a table.
 */
class ServerComparison {

    private static final int ARTICLES = Integer.getInteger("benchmark.articles", 10_000);
    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 3;
    private static final int PUTS = 500;

    /** Many a second, and yet few enough to leave the machine its breath. */
    private static final int STEADY = 500;

    private static final Pattern DATABASE_PORT = Pattern.compile("PostgreSQL \\S+ is ready: port=(\\d+)");

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void comparison() throws Exception {
        print("## %d articles, %d processors, Java %s", ARTICLES, processors(), System.getProperty("java.version"));
        try (var lede = start(Map.of())) {
            writes(lede);
            cachedReads(lede);
            print("resident: %d MiB", Children.residentMebibytes(lede.process().toHandle()));
        }
        try (var lede = start(Map.of("LEDE_CACHE_SIZE", "0"))) {
            uncachedReads(lede);
        }
        starts();
    }

    private Packaged start(Map<String, String> more) throws Exception {
        var settings = new HashMap<>(more);
        settings.putAll(
                Map.of("LEDE_DATA_DIR", "data", "LEDE_ADMIN_KEY", Packaged.KEY, "LEDE_LIMITS_ENTRIES", "2000000"));
        return Packaged.start(directory, Packaged.LAUNCHER, settings).serving();
    }

    private void writes(Packaged lede) throws Exception {
        bulk(lede, ARTICLES, ARTICLES + WARM_UP);
        var first = bulk(lede, 0, ARTICLES);
        print("import of %d documents: %.2f s, %.0f a second", ARTICLES, first, ARTICLES / first);
        hugo();
        print("the same again, all unchanged: %.2f s", bulk(lede, 0, ARTICLES));
        var list = Load.of("/v1/articles?count=none");
        var before = list.at(STEADY, lede.process().toHandle(), lede.port());
        var importing = new Thread(() -> bulkQuietly(lede, ARTICLES + WARM_UP, 2 * ARTICLES + WARM_UP));
        importing.start();
        var during = list.at(STEADY, lede.process().toHandle(), lede.port());
        importing.join();
        print(
                "list at %d a second: p99 %.1f ms, during an import %.1f ms",
                STEADY, before.p99() / 1e3, during.p99() / 1e3);
        puts(lede);
    }

    private void bulkQuietly(Packaged lede, int from, int until) {
        try {
            bulk(lede, from, until);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How many seconds it takes to import the documents of these numbers in one archive. */
    private double bulk(Packaged lede, int from, int until) throws Exception {
        var tar = directory.resolve("tree.tar");
        GeneratedDocuments.writeTar(tar, from, until);
        var request = HttpRequest.newBuilder(address(lede, "/v1/documents"))
                .header("Authorization", "Bearer " + Packaged.KEY)
                .header("Content-Type", "application/x-tar")
                .POST(BodyPublishers.ofFile(tar))
                .build();
        var began = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private void hugo() throws Exception {
        if (Children.installed("hugo").isEmpty()) {
            return;
        }
        var site = Files.createDirectories(directory.resolve("site"));
        Files.writeString(site.resolve("config.toml"), "baseURL = 'https://site.example/'\nhasCJKLanguage = true\n");
        var layouts = Files.createDirectories(site.resolve("layouts").resolve("_default"));
        Files.writeString(layouts.resolve("single.html"), "{{ .Title }} {{ .Content }}");
        Files.writeString(layouts.resolve("list.html"), "{{ range .Pages }}{{ .Title }} {{ .Summary }}{{ end }}");
        for (int number = 0; number < ARTICLES; number++) {
            var file = site.resolve(GeneratedDocuments.path(number));
            Files.createDirectories(file.getParent());
            Files.write(file, GeneratedDocuments.document(number));
        }
        var seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var began = System.nanoTime();
            Children.output(Map.of(), "hugo", "--quiet", "--source", site.toString());
            seconds[round] = (System.nanoTime() - began) / 1e9;
        }
        Arrays.sort(seconds);
        print("Hugo builds the same tree in %.2f s (median of %d)", seconds[ROUNDS / 2], ROUNDS);
    }

    private void puts(Packaged lede) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            lede.put("warm/" + i + ".md", GeneratedDocuments.document(3 * ARTICLES + i), Packaged.KEY);
        }
        var began = System.nanoTime();
        for (int i = 0; i < PUTS; i++) {
            lede.put("one/" + i + ".md", GeneratedDocuments.document(4 * ARTICLES + i), Packaged.KEY);
        }
        var perSecond = PUTS / ((System.nanoTime() - began) / 1e9);
        if (Floor.isThere()) {
            var floor = floor(lede);
            var least = floor.perSecond(Floor.write(floor.copyOfOneArticle()), 1);
            print(
                    "one PUT at a time: %.0f a second; pgbench with the same rows %.0f; %.2f",
                    perSecond, least, perSecond / least);
        } else {
            print("one PUT at a time: %.0f a second", perSecond);
        }
    }

    private void cachedReads(Packaged lede) throws Exception {
        var tag = lede.get("/v1/articles").headers().firstValue("ETag").orElseThrow();
        var loads = new LinkedHashMap<String, Load>();
        loads.put("list of 20", Load.of("/v1/articles"));
        loads.put("one by slug", Load.of("/v1/articles/article-7"));
        loads.put("tags", Load.of("/v1/tags"));
        loads.put("304", Load.of("/v1/articles", "If-None-Match: " + tag));
        var files = new ArrayList<String>();
        for (var load : loads.values()) {
            files.addAll(answer(lede, load.target()));
        }
        var bare = Children.java(BareServer.class, files);
        try {
            var port = listening(bare);
            print("| cached | a second | of bare | CPU us | of bare | p50 us | p95 | p99 |");
            print("| --- | --- | --- | --- | --- | --- | --- | --- |");
            int number = 0;
            for (var load : loads.entrySet()) {
                var plain = new Load("/" + number++, 0, load.getValue().fields());
                compare(load.getKey(), load.getValue(), lede, plain, bare.toHandle(), port);
            }
        } finally {
            bare.destroy();
        }
    }

    private void compare(String name, Load load, Packaged lede, Load plain, ProcessHandle bare, int port)
            throws Exception {
        var ours = new ArrayList<Load.Result>();
        var theirs = new ArrayList<Load.Result>();
        load.warmUp(lede.process().toHandle(), lede.port());
        plain.warmUp(bare, port);
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(load.flatOut(lede.process().toHandle(), lede.port()));
            theirs.add(plain.flatOut(bare, port));
        }
        var real = Load.Result.median(ours);
        var least = Load.Result.median(theirs);
        var steady = load.at((long) (real.perSecond() / 2), lede.process().toHandle(), lede.port());
        print(
                "| %s | %.0f | %.2f | %.1f | %.2f | %d | %d | %d |",
                name,
                real.perSecond(),
                real.perSecond() / least.perSecond(),
                real.cpu(),
                real.cpu() / least.cpu(),
                steady.p50(),
                steady.p95(),
                steady.p99());
    }

    /** The header fields and the bytes of an answer, in two files. */
    private List<String> answer(Packaged lede, String target) throws Exception {
        var answer = lede.get(target);
        var fields = answer.headers().map().entrySet().stream()
                .filter(field -> !field.getKey().equalsIgnoreCase("content-length"))
                .flatMap(field -> field.getValue().stream().map(value -> field.getKey() + ": " + value))
                .collect(Collectors.joining("\n"));
        return List.of(
                Files.writeString(Files.createTempFile(directory, "fields", ".txt"), fields)
                        .toString(),
                Files.write(Files.createTempFile(directory, "bytes", ".json"), answer.body())
                        .toString());
    }

    private static int listening(Process bare) throws IOException {
        // The process goes on writing nothing: its stream is left open.
        var out = new BufferedReader(new InputStreamReader(bare.getInputStream(), UTF_8));
        var line = out.readLine();
        return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    }

    private void uncachedReads(Packaged lede) throws Exception {
        print("| uncached | a second | of pgbench | CPU us | p50 us | p95 | p99 |");
        print("| --- | --- | --- | --- | --- | --- | --- |");
        uncached("list of 20", new Load("/v1/articles", 0, List.of()), Floor.LIST, lede);
        uncached("by tag", new Load("/v1/articles?tag=tag-*", 50, List.of()), Floor.TAG, lede);
        uncached("one by slug", new Load("/v1/articles/article-*", ARTICLES, List.of()), Floor.slug(ARTICLES), lede);
    }

    private void uncached(String name, Load load, String script, Packaged lede) throws Exception {
        var ours = new ArrayList<Load.Result>();
        var least = new double[ROUNDS];
        load.warmUp(lede.process().toHandle(), lede.port());
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(load.flatOut(lede.process().toHandle(), lede.port()));
            least[round] = Floor.isThere() ? floor(lede).perSecond(script, 8) : 0;
        }
        var real = Load.Result.median(ours);
        Arrays.sort(least);
        var steady = load.at((long) (real.perSecond() / 2), lede.process().toHandle(), lede.port());
        print(
                "| %s | %.0f | %s | %.1f | %d | %d | %d |",
                name,
                real.perSecond(),
                Floor.isThere() ? String.format(Locale.ROOT, "%.2f", real.perSecond() / least[ROUNDS / 2]) : "-",
                real.cpu(),
                steady.p50(),
                steady.p95(),
                steady.p99());
    }

    private void starts() throws Exception {
        var seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var began = System.nanoTime();
            try (var lede = start(Map.of())) {
                lede.get("/v1/articles?limit=1");
                seconds[round] = (System.nanoTime() - began) / 1e9;
            }
        }
        Arrays.sort(seconds);
        print(
                "first answer after a start with the embedded database: %.2f s (median of %d)",
                seconds[ROUNDS / 2], ROUNDS);
    }

    private Floor floor(Packaged lede) throws IOException {
        var port = DATABASE_PORT.matcher(lede.output());
        if (!port.find()) {
            throw new IllegalStateException(lede.output());
        }
        var password =
                Files.readString(directory.resolve("data").resolve("postgres").resolve("password"));
        return new Floor(directory, Integer.parseInt(port.group(1)), password.strip());
    }

    private static URI address(Packaged lede, String path) {
        return URI.create("http://127.0.0.1:" + lede.port() + path);
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    @SuppressWarnings({"SystemOut", "AnnotateFormatMethod"})
    private static void print(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }
}
