package dev.lede.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** The packaged application as a process of its own, started as those who run it start it. */
public final class Packaged implements AutoCloseable {

    /** An admin key to start it with. */
    public static final String KEY = "packaged-admin-key-0123456789";

    /** The command that starts it. */
    public static final List<String> LAUNCHER = List.of(absolute("target/quarkus-app/lede"));

    static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            absolute("target/quarkus-app/quarkus-run.jar"));

    /** For starts by the dozen: what lives for seconds is not worth optimising. */
    static final String QUICK = "-XX:TieredStopAtLevel=1";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Process process;
    private final Path log;
    private int port;

    private Packaged(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    /**
     * Starts it, and does not wait.
     *
     * @param directory the working directory, and where its log is kept
     */
    public static Packaged start(Path directory, List<String> command, Map<String, String> settings)
            throws IOException {
        var log = Files.createTempFile(directory, "lede", ".log");
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("LEDE_") || name.startsWith("QUARKUS_"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.putAll(Map.of("QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", "0"));
        environment.putAll(settings);
        return new Packaged(builder.start(), log);
    }

    /** Runs a command that ends by itself. */
    static Packaged run(Path directory, Map<String, String> settings, String... arguments) throws Exception {
        var command = new ArrayList<>(LAUNCHER);
        command.addAll(List.of(arguments));
        var quick = new HashMap<>(settings);
        quick.put("JAVA_OPTS", QUICK);
        var run = start(directory, command, quick);
        assertThat(run.process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("it ends by itself: %s", run.output())
                .isTrue();
        return run;
    }

    /** Waits until it listens. */
    public Packaged serving() throws Exception {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (port == 0) {
            var listening = LISTENING.matcher(output());
            if (listening.find()) {
                port = Integer.parseInt(listening.group(1));
            } else {
                assertThat(process.isAlive() && System.nanoTime() < deadline)
                        .as("it serves: %s", output())
                        .isTrue();
                Thread.sleep(20);
            }
        }
        return this;
    }

    /** The running application, which is the launcher's own process. */
    public Process process() {
        return process;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    int status() {
        return process.exitValue();
    }

    /** What it has logged so far. */
    public String output() throws IOException {
        return Files.readString(log, UTF_8);
    }

    /** @param path with its query */
    public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** @param fields names and values of header fields, by turns */
    HttpResponse<byte[]> get(String path, String... fields) throws IOException, InterruptedException {
        return send(request(path).headers(fields).GET());
    }

    String text(String path) throws IOException, InterruptedException {
        return new String(get(path).body(), UTF_8);
    }

    /** @param path of the document */
    public HttpResponse<byte[]> put(String path, byte[] document, String key) throws IOException, InterruptedException {
        return send(request("/v1/documents/" + path)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "text/markdown")
                .PUT(BodyPublishers.ofByteArray(document)));
    }

    HttpResponse<byte[]> post(String path, String json, String key) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<byte[]> delete(String path, String key) throws IOException, InterruptedException {
        return send(request("/v1/documents/" + path)
                .header("Authorization", "Bearer " + key)
                .DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** Asks it to stop and answers its exit status. */
    public int terminate() throws Exception {
        process.destroy();
        assertThat(process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("it ends: %s", output())
                .isTrue();
        return process.exitValue();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Leaves nothing running, however the test ended. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException tooLong) {
            kill();
        }
    }
}
