package dev.lede.thumbnail.fetch;

import static dev.lede.thumbnail.fetch.Fetches.Settings.INTRANET;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host to which another one redirects is left alone like any other. */
class RedirectedTurnsTest {

    private static final byte[] PICTURE = {1, 2, 3};

    private final FakeNames names =
            new FakeNames().with("a.example", "127.0.0.1").with("b.example", "127.0.0.1");
    private final Hosts hosts = new Hosts();
    private DirtyServer server;

    @BeforeEach
    void start() throws IOException {
        server = DirtyServer.start();
        server.on("/from.png", Plays.redirect(302, server.url("b.example", "/to.png")));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private long asked(String target) {
        return server.asked().stream()
                .filter(asked -> asked.target().equals(target))
                .count();
    }

    @Test
    void whoAskedForAPauseGetsIt() {
        server.on("/to.png", Plays.status(503));
        try (var fetches = new Fetches(INTRANET, names)) {
            var failure = fetches.failure(server.url("a.example", "/from.png"), hosts);
            assertThat(failure.after()).isPositive();
            assertThat(hosts.busy()).containsExactly("b.example");

            // It is not even asked again.
            var again = fetches.failure(server.url("a.example", "/from.png"), hosts);
            assertThat(again.retry()).isTrue();
            assertThat(again.after()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
        }
        assertThat(asked("/from.png")).isEqualTo(2);
        assertThat(asked("/to.png")).isEqualTo(1);
    }

    @Test
    void whoIsAskedByTwoOthersIsWaitedFor() throws Exception {
        server.on("/to.png", Plays.bytes(PICTURE));
        var address = server.url("b.example", "/to.png");
        var one = hosts.tryEnter(address).orElseThrow();
        var other = hosts.tryEnter(address).orElseThrow();
        var redirected = server.url("a.example", "/from.png");
        try (var impatient = new Fetches(INTRANET.within(Duration.ofMillis(500)), names)) {
            var failure = impatient.failure(redirected, hosts);
            assertThat(failure.reason()).contains("did not come within");
        }
        assertThat(asked("/to.png")).isZero();

        other.close();
        try (var fetches = new Fetches(INTRANET, names);
                var turn = hosts.tryEnter(redirected).orElseThrow()) {
            assertThat(fetches.fetch(redirected, turn).bytes()).isEqualTo(PICTURE);
        }
        one.close();
        assertThat(hosts.busy()).isEmpty();
    }
}
