package dev.lede.thumbnail.fetch;

import static dev.lede.thumbnail.fetch.Fetches.Settings.INTRANET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.thumbnail.fetch.DirtyServer.Play;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However slow the other side is, it is over in time, and nothing stays behind. */
class SlowHostsTest {

    private static final Duration TIMEOUT = Duration.ofMillis(700);

    /** Generous: other things run on this machine as well. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final String REASON = "The picture did not come within 0.7 s.";

    private DirtyServer server;

    @BeforeEach
    void start() throws IOException {
        server = DirtyServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    static Stream<Arguments> slow() {
        return Stream.of(
                Arguments.of("silence", Plays.silence()),
                Arguments.of("a body that drips", Plays.slowBody()),
                Arguments.of("a head that drips", Plays.slowHead()),
                Arguments.of("interim answers", Plays.alwaysContinuing()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slow")
    void givesUpInTime(String name, Play play) {
        server.on("/a", play);
        try (var fetches = new Fetches(INTRANET.within(TIMEOUT), new FakeNames())) {
            assertLate(fetches, server.url("/a"));
            eventually(() -> server.open() == 0);
        }
    }

    @Test
    void givesUpOnRedirectsThatAreSlowTogether() {
        Play slowly = out -> {
            Thread.sleep(400);
            Plays.redirect(302, "/a").to(out);
        };
        server.on("/a", slowly);
        try (var fetches = new Fetches(INTRANET.within(TIMEOUT), new FakeNames())) {
            assertLate(fetches, server.url("/a"));
        }
    }

    @Test
    void givesUpOnNamesThatNobodyResolves() {
        try (var fetches = new Fetches(INTRANET.within(TIMEOUT), host -> sleep())) {
            assertLate(fetches, "http://slow.example/");
        }
    }

    @Test
    void givesUpOnHostsThatNeitherTakeNorRefuseAConnection() throws IOException {
        var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (var full = new ServerSocket(0, 1, loopback);
                var fetches = new Fetches(INTRANET.within(TIMEOUT), new FakeNames())) {
            var waiting = new ArrayList<Socket>();
            // A queue that nobody takes from lets no further connection be made.
            for (int i = 0; i < 4; i++) {
                var socket = new Socket();
                waiting.add(socket);
                connect(socket, full);
            }
            var failure = fetches.failure("http://127.0.0.1:" + full.getLocalPort() + "/");
            assertThat(failure.retry()).isTrue();
            for (var socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void leavesNoConnectionOpenAndNoThreadBehind() throws Exception {
        server.on("/drip", Plays.slowBody())
                .on("/endless", Plays.endlessBody())
                .on("/head", Plays.endlessHead())
                .on("/half", Plays.brokenOff(new byte[100]))
                .on("/bomb", Plays.gzipBomb(1_000))
                .on("/large", Plays.lyingAboutLength(1L << 40, new byte[10]))
                .on("/loop", Plays.redirect(302, "/loop"))
                .on("/fine", Plays.bytes(new byte[10]));
        var targets = List.of("/drip", "/endless", "/head", "/half", "/bomb", "/large", "/loop", "/404", "/fine");
        try (var fetches = new Fetches(INTRANET.within(TIMEOUT), new FakeNames())) {
            var all = IntStream.range(0, 20)
                    .boxed()
                    .flatMap(i -> targets.stream())
                    .<Callable<Boolean>>map(target -> () -> succeeds(fetches, server.url(target)))
                    .toList();
            var succeeded = inParallel(all);
            assertThat(succeeded).isGreaterThan(0).isLessThanOrEqualTo(20);
            assertThat(server.made()).isGreaterThan(all.size() / 2);
            eventually(() -> server.open() == 0);
        }
    }

    private static boolean succeeds(Fetches fetches, String url) {
        try {
            return fetches.bytes(url).length > 0;
        } catch (FetchFailedException e) {
            return false;
        }
    }

    private static long inParallel(List<Callable<Boolean>> tasks) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(10);
        try {
            long succeeded = 0;
            for (var result : threads.invokeAll(tasks)) {
                succeeded += result.get() ? 1 : 0;
            }
            return succeeded;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void connect(Socket socket, ServerSocket to) {
        try {
            socket.connect(to.getLocalSocketAddress(), 200);
        } catch (IOException full) {
            // As it should be, sooner or later.
        }
    }

    private static InetAddress[] sleep() throws UnknownHostException {
        try {
            Thread.sleep(SOON.toMillis() * 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException("slow");
    }

    private static void assertLate(Fetches fetches, String url) {
        var start = System.nanoTime();
        var failure = fetches.failure(url);
        assertThat(failure.reason()).isEqualTo(REASON);
        assertThat(failure.retry()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    private static void eventually(BooleanSupplier claim) {
        var end = System.nanoTime() + SOON.toNanos();
        while (!claim.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(claim.getAsBoolean()).isTrue();
    }
}
