package dev.lede.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command says, and how it ends, when Lede refuses, is away or breaks off. */
@Timeout(60)
class RefusalsTest {

    @TempDir
    Path root;

    private FakeLede lede;

    @BeforeEach
    void start() throws IOException {
        lede = new FakeLede("/base", 0);
        Files.writeString(root.resolve("a.md"), "A");
    }

    @AfterEach
    void stop() {
        lede.close();
    }

    @Test
    void keepsWhatTheAddressBeginsWithAndSaysWhoCalls() {
        assertThat(run(lede.url() + "/").status()).isZero();
        assertThat(lede.asked).allMatch(request -> request.path().startsWith("/base/v1/documents"));
        assertThat(lede.asked)
                .allMatch(request ->
                        request.headers().getOrDefault("User-agent", "").matches("lede/\\d.*"));
    }

    @ParameterizedTest
    @CsvSource({"400, 3", "403, 5", "412, 3", "413, 3", "415, 3", "422, 3", "500, 4"})
    void saysWhyLedeRefuses(int status, int exit) {
        lede.bulkAnswers.add(FakeLede.problem(status, "It is so", "Some reason \u001b[31m.", Map.of()));
        var run = run(lede.url());
        assertThat(run.status()).isEqualTo(exit);
        assertThat(run.err()).contains("lede: error: It is so. Some reason \uFFFD[31m.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void neverShowsAKeyThatIsRefused() {
        var run = Cli.run("import", root.toString(), "--url", lede.url(), "--key", "wrong-key-0123456789");
        assertThat(run.status()).isEqualTo(5);
        assertThat(run.err()).contains("The key is not known", "LEDE_KEY").doesNotContain("wrong-key");
        run = Cli.run("import", root.toString(), "--url", lede.url(), "--key", "with\u00e4-umlaut");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).doesNotContain("umlaut");
    }

    @Test
    void readsTheKeyFromAFile() throws IOException {
        var file = Files.writeString(root.resolve(".key"), FakeLede.KEY + "\n");
        assertThat(Cli.run("import", root.toString(), "--url", lede.url(), "--key-file", file.toString())
                        .status())
                .isZero();
        assertThat(Cli.run("import", root.toString(), "--url", lede.url(), "--key-file", root + "/none")
                        .status())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void waitsAsLongAsABusyLedeAsksFor(int status) {
        lede.bulkAnswers.add(FakeLede.problem(status, "Busy", "Later.", Map.of("Retry-After", "1")));
        var began = System.nanoTime();
        var run = run(lede.url());
        assertThat(run.status()).isZero();
        assertThat(System.nanoTime() - began).isGreaterThan(1_000_000_000L);
        assertThat(run.err()).contains("trying again in 1.0 s");
        assertThat(lede.files).containsKey("a.md");
    }

    @Test
    void givesUpOnALedeThatStaysBusy() {
        for (int turn = 0; turn < 20; turn++) {
            lede.bulkAnswers.add(FakeLede.problem(503, "Busy", "Later.", Map.of("Retry-After", "0")));
        }
        var run = run(lede.url());
        assertThat(run.status()).isEqualTo(4);
        assertThat(run.err()).contains("Busy. Later.");
        assertThat(lede.asked("POST")).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"path\":\"a.md\",\"action\":\"created\"}\n",
                "{\"path\":\"a.md\",\"action\":\"created\"}\n{\"summ",
            })
    void takesNothingToBeStoredWhenTheAnswerBreaksOff(String answer) {
        lede.bulkAnswers.add(new FakeLede.Answer(200, Map.of(), answer));
        var run = run(lede.url());
        assertThat(run.status()).isEqualTo(4);
        assertThat(run.err()).contains("broke off", "sending it again is safe");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void believesTheLastLineEvenWhenItTakesAllBack() {
        lede.bulkAnswers.add(new FakeLede.Answer(200, Map.of(), """
                {"path":"a.md","action":"created"}
                {"status":422,"problem":{"title":"Too many","status":422,"detail":"120 documents would be deleted."}}
                """));
        var run = run(lede.url());
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("Too many. 120 documents would be deleted.");
    }

    @Test
    void saysThatNothingListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var run = run("http://127.0.0.1:" + port);
        assertThat(run.status()).isEqualTo(4);
        assertThat(run.err()).contains("Nothing listens at http://127.0.0.1:" + port);
    }

    @Test
    void saysThatThereIsNoSuchHost() {
        var run = run("http://no-such-host.invalid");
        assertThat(run.status()).isEqualTo(4);
        assertThat(run.err()).contains("There is no host named no-such-host.invalid");
    }

    @Test
    void saysThatItIsNoTls() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var plain = new Thread(() -> {
                try (var connection = socket.accept()) {
                    connection.getInputStream().read();
                    connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                    // Who closes with bytes unread resets the connection, and the answer may be lost with it.
                    connection.shutdownOutput();
                    connection.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException gone) {
                    // The client hung up first.
                }
            });
            plain.start();
            var run = run("https://127.0.0.1:" + socket.getLocalPort());
            plain.join();
            assertThat(run.status()).isEqualTo(4);
            assertThat(run.err()).contains("does not speak TLS").doesNotContain("Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://x", "http://", "http://x/?a=b", "http://u:secret@x/", "ht tp://x"})
    void refusesWhatIsNoAddress(String url) {
        var run = run(url);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("address");
    }

    @Test
    void followsNoRedirect() throws IOException {
        var elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", lede.url() + "/v1/documents");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        elsewhere.start();
        try {
            var run = run("http://127.0.0.1:" + elsewhere.getAddress().getPort());
            assertThat(run.status()).isEqualTo(3);
            assertThat(run.err()).contains("redirects to " + lede.url());
            assertThat(lede.asked).isEmpty();
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void knowsWhatIsNoLede() throws IOException {
        var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            var page = "<html>hello</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            var run = run("http://127.0.0.1:" + other.getAddress().getPort());
            assertThat(run.status()).isEqualTo(4);
            assertThat(run.err()).contains("does not answer as Lede does");
        } finally {
            other.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--scope x",
                "--max-deletes 3",
                "--prune --max-deletes -1",
                "--watch --dry-run",
                "--into ../x",
                "--into \uFFFD",
                "--max-deletes many",
                "--unknown",
            })
    void refusesACommandLineThatContradictsItself(String options) {
        var arguments = new ArrayList<>(List.of("import", root.toString(), "--url", lede.url()));
        arguments.addAll(List.of(options.split(" ")));
        var run = Cli.run(arguments.toArray(String[]::new));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isNotBlank();
        assertThat(lede.asked).isEmpty();
    }

    private Cli.Run run(String url) {
        return Cli.run("import", root.toString(), "--url", url, "--key", FakeLede.KEY);
    }
}
