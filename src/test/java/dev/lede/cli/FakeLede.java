package dev.lede.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lede.document.DocumentPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * As much of the contract as the commands use: documents and assets with hashes, bulk calls told of line by line. A document
 * with the text {@code BROKEN} fails, one with {@code ODD} is warned of.
 */
public final class FakeLede implements AutoCloseable {

    static final String KEY = "fake-admin-key-0123456789";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 2;

    /** A request as it came. */
    record Asked(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {
        String line() {
            return method + " " + path;
        }
    }

    /** An answer that was put in the way. */
    record Answer(int status, Map<String, String> headers, String body) {}

    final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final Deque<Answer> bulkAnswers = new ArrayDeque<>();
    private final String base;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AtomicInteger revision = new AtomicInteger(7);

    FakeLede() throws IOException {
        this("", 0);
    }

    FakeLede(String base, int port) throws IOException {
        this.base = base;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + base;
    }

    List<Asked> asked(String line) {
        return asked.stream().filter(request -> request.line().startsWith(line)).toList();
    }

    Asked bulk() {
        var calls = asked("POST " + base + "/v1/documents");
        return calls.get(calls.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().get(0)));
            var request = new Asked(
                    exchange.getRequestMethod(),
                    uri.getPath(),
                    query(uri.getRawQuery()),
                    new TreeMap<>(headers),
                    exchange.getRequestBody().readAllBytes());
            asked.add(request);
            if (!("Bearer " + KEY).equals(headers.get("Authorization"))) {
                problem(exchange, 401, "unauthorized", "A key is needed", "The key is not known.");
            } else {
                route(exchange, request, request.path().substring(base.length()));
            }
        }
    }

    private void route(HttpExchange exchange, Asked request, String path) throws IOException {
        if (request.line().equals("POST " + base + "/v1/documents")) {
            bulk(exchange, request);
        } else if (path.equals("/v1/documents")) {
            list(exchange, request);
        } else if (path.startsWith("/v1/articles/")) {
            var found = files.keySet().stream()
                    .filter(name -> path.endsWith(id(name)))
                    .findFirst();
            send(
                    exchange,
                    200,
                    found.map(name -> article(bytes(name)).toString()).orElse("{}"));
        } else if (request.method().equals("PUT")) {
            send(exchange, 200, "{\"action\":\"updated\",\"article\":" + article(request.body()) + "}");
        } else {
            file(exchange, request, path.substring(path.indexOf('/', 4) + 1));
        }
    }

    private void file(HttpExchange exchange, Asked request, String name) throws IOException {
        var bytes = request.method().equals("DELETE") ? files.remove(name) : files.get(name);
        if (bytes == null) {
            problem(exchange, 404, "not-found", "Not found", "Nothing stands at \"" + name + "\".");
            return;
        }
        exchange.getResponseHeaders().set("ETag", "\"" + hash(bytes) + "\"");
        exchange.sendResponseHeaders(request.method().equals("HEAD") ? 200 : 204, -1);
    }

    private void list(HttpExchange exchange, Asked request) throws IOException {
        var after = request.query().getOrDefault("cursor", "");
        var prefix = request.query().getOrDefault("prefix", "");
        var found = files.keySet().stream()
                .filter(name -> DocumentPath.parse(name).isContent())
                .filter(name -> name.startsWith(prefix) && name.compareTo(after) > 0)
                .toList();
        var answer = JSON.createObjectNode();
        var items = answer.putArray("items");
        found.stream()
                .limit(PAGE)
                .forEach(name -> items.addObject()
                        .put("path", name)
                        .put("hash", hash(bytes(name)))
                        .put("size", bytes(name).length));
        if (found.size() > PAGE) {
            answer.putObject("page").put("next", found.get(PAGE - 1));
        }
        send(exchange, 200, answer.toString());
    }

    private void bulk(HttpExchange exchange, Asked request) throws IOException {
        var prepared = bulkAnswers.poll();
        if (prepared != null) {
            prepared.headers().forEach(exchange.getResponseHeaders()::set);
            send(exchange, prepared.status(), prepared.body());
            return;
        }
        var sent = unpacked(request.body());
        var lines = new StringBuilder();
        var counts = new LinkedHashMap<String, Integer>();
        List.of("created", "updated", "unchanged", "deleted", "failed", "scheduled")
                .forEach(n -> counts.put(n, 0));
        var stored = new TreeMap<String, byte[]>();
        sent.forEach((name, bytes) -> {
            var line = item(name, bytes);
            counts.merge(line.get("action").asText(), 1, Integer::sum);
            if (!line.get("action").asText().equals("failed")) {
                stored.put(name, bytes);
            }
            lines.append(line).append('\n');
        });
        var scope = request.query().getOrDefault("scope", "").replaceFirst("^/$", "");
        var gone = request.query().containsKey("prune")
                ? files.keySet().stream()
                        .filter(name -> name.startsWith(scope) && !sent.containsKey(name))
                        .toList()
                : List.<String>of();
        gone.forEach(name -> lines.append(deleted(name, sent)).append('\n'));
        counts.put("deleted", gone.size());
        var failed = counts.getOrDefault("failed", 0) > 0;
        var nothing = failed && (request.query().containsKey("atomic") || stored.isEmpty());
        if (!nothing && !request.query().containsKey("dryRun")) {
            files.putAll(stored);
            gone.forEach(files::remove);
            revision.incrementAndGet();
        }
        var last = JSON.createObjectNode();
        last.set("summary", JSON.valueToTree(counts));
        last.put("status", nothing ? 422 : failed ? 207 : 200).put("revision", revision.get());
        send(exchange, 200, lines.append(last).append('\n').toString());
    }

    private ObjectNode deleted(String name, Map<String, byte[]> sent) {
        var line = JSON.createObjectNode().put("path", name).put("action", "deleted");
        sent.entrySet().stream()
                .filter(entry -> Arrays.equals(entry.getValue(), files.get(name)))
                .findFirst()
                .ifPresent(entry -> line.put("movedTo", entry.getKey()));
        return line;
    }

    private ObjectNode item(String name, byte[] bytes) {
        var line = JSON.createObjectNode().put("path", name);
        var text = new String(bytes, UTF_8);
        if (text.contains("BROKEN")) {
            line.put("action", "failed");
            line.putArray("errors")
                    .addObject()
                    .put("detail", "line 4, key \"date\": \"2023-02-30\" is no calendar date")
                    .put("line", 4)
                    .put("column", 7)
                    .put("hint", "did you mean 2023-02-28?");
            return line;
        }
        var known = files.get(name);
        line.put("action", known == null ? "created" : Arrays.equals(known, bytes) ? "unchanged" : "updated")
                .put("id", id(name))
                .put("url", "/" + name.replaceFirst("\\.md$", "/"));
        if (text.contains("ODD")) {
            line.putArray("warnings")
                    .addObject()
                    .put("detail", "line 2: the key is not known")
                    .put("line", 2);
        }
        return line;
    }

    /** The first line is the title, the rest the body. */
    private static ObjectNode article(byte[] bytes) {
        var text = new String(bytes, UTF_8);
        var article =
                JSON.createObjectNode().put("title", text.lines().findFirst().orElse(""));
        article.put("wordCount", text.split("\\s+").length);
        article.putObject("body").put("html", text.lines().skip(1).collect(Collectors.joining("\n")));
        return article;
    }

    private byte[] bytes(String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    private static String id(String path) {
        return DocumentPath.parse(path).id().toString();
    }

    static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        var gzip = archive.length > 1 && archive[0] == 0x1f;
        var in = new ByteArrayInputStream(archive);
        try (var tar = new TarArchiveInputStream(gzip ? new GZIPInputStream(in) : in, "UTF-8")) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), tar.readAllBytes());
            }
        }
        return files;
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> query(String raw) {
        var query = new TreeMap<String, String>();
        if (raw != null) {
            for (var parameter : raw.split("&", -1)) {
                var equals = parameter.indexOf('=');
                query.put(parameter.substring(0, equals), URLDecoder.decode(parameter.substring(equals + 1), UTF_8));
            }
        }
        return query;
    }

    static Answer problem(int status, String title, String detail, Map<String, String> headers) {
        var body = JSON.createObjectNode()
                .put("type", "urn:lede:problem:some")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        return new Answer(status, headers, body.toString());
    }

    private static void problem(HttpExchange exchange, int status, String type, String title, String detail)
            throws IOException {
        send(exchange, status, problem(status, title, detail, Map.of()).body().replace("some", type));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(
                status, bytes.length == 0 || "HEAD".equals(exchange.getRequestMethod()) ? -1 : bytes.length);
        if (!"HEAD".equals(exchange.getRequestMethod())) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
