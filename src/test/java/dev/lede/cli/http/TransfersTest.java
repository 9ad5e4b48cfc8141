package dev.lede.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.lede.cli.http.Server.Call;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.outcome.Outcome;
import dev.lede.cli.transfer.Transfer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TransfersTest {

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean received = new AtomicBoolean();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private HttpServer http;
    private Server server;

    @BeforeEach
    void start() throws Exception {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.start();
        var address =
                ServerAddress.parse("http://127.0.0.1:" + http.getAddress().getPort());
        server = new Server(address, Optional.empty(), Duration.ofMillis(500));
    }

    @AfterEach
    void stop() {
        over.countDown();
        http.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aBodyThatCannotBeReadToItsEndNeverArrivesAsIfItWereWhole() {
        http.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            received.set(true);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        var broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new Broken());
        var transfer = new Transfer("application/gzip", () -> broken, Optional.empty());
        assertThatThrownBy(() -> server.exchange(new Call("POST", "/"), transfer, InputStream::readAllBytes))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("the file became shorter");
        assertThat(received).isFalse();
    }

    @Test
    void givesUpWhenNothingMovesBeforeTheAnswer() {
        http.createContext("/", exchange -> await());
        assertThatThrownBy(() -> server.exchange(new Call("GET", "/"), Transfer.NOTHING, InputStream::readAllBytes))
                .isInstanceOfSatisfying(
                        CommandFailed.class,
                        failure -> assertThat(failure.outcome()).isEqualTo(Outcome.OUT_OF_REACH));
    }

    @Test
    void givesUpWhenNothingMovesWithinTheAnswer() {
        http.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await();
        });
        assertThatThrownBy(() -> server.exchange(new Call("GET", "/"), Transfer.NOTHING, InputStream::readAllBytes))
                .isInstanceOf(Unreachable.class);
    }

    @Test
    void readsWhenToTryAgain() {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        // RFC 9110 §10.2.3
        assertThat(RetryAfter.parse("120", now)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Thu, 01 Jan 2026 00:01:00 GMT", now)).contains(Duration.ofMinutes(1));
        assertThat(RetryAfter.parse("Wed, 31 Dec 2025 00:00:00 GMT", now)).contains(Duration.ZERO);
        assertThat(RetryAfter.parse("soon", now)).isEmpty();
    }

    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the file became shorter");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
        }
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
