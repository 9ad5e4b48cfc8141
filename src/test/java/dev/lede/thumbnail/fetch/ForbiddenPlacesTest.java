package dev.lede.thumbnail.fetch;

import static dev.lede.thumbnail.fetch.Fetches.Settings.INTRANET;
import static dev.lede.thumbnail.fetch.Fetches.Settings.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is fetched from, and how nothing gets there all the same. */
class ForbiddenPlacesTest {

    private static final byte[] PICTURE = {1, 2, 3};
    private static final String REASON = "The address does not lead to the public internet.";

    private final FakeNames names = new FakeNames();
    private DirtyServer server;

    @BeforeEach
    void start() throws IOException {
        server = DirtyServer.start().on("/a.png", Plays.bytes(PICTURE));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "LOCALHOST.",
                "a.localhost",
                "2130706433",
                "0x7f.1",
                "127.1",
                "0177.0.0.1",
                "１２７.0.0.1",
                "127.0.0.1.",
                "0",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "169.254.169.254",
                "10.0.0.1",
                "[fd00::1]",
                "[fe80::1]"
            })
    void noAddressInAnyNotation(String host) {
        try (var fetches = new Fetches(PUBLIC, names.with("localhost", "127.0.0.1"))) {
            assertRefused(fetches.failure(server.url(host, "/a.png")));
        }
        assertThat(names.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "192.168.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "0.0.0.0",
                "::1",
                "fc00::1",
                "64:ff9b::7f00:1"
            })
    void noNameThatLeadsThere(String address) {
        names.with("one.example", address).with("many.example", "93.184.215.14", address);
        try (var fetches = new Fetches(PUBLIC, names)) {
            assertRefused(fetches.failure(server.url("one.example", "/a.png")));
            assertRefused(fetches.failure(server.url("many.example", "/a.png")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"169.254.169.254", "0.0.0.0", "224.0.0.1", "[fe80::1]", "[::ffff:127.0.0.1]", "[fd00:ec2::254]"})
    void noneThatIsNobodysOwnEvenInAnIntranet(String host) {
        try (var fetches = new Fetches(INTRANET, names)) {
            assertRefused(fetches.failure(server.url(host, "/a.png")));
        }
    }

    @Test
    void connectsToTheVeryAddressThatWasJudged() throws FetchFailedException {
        names.with("rebinding.example", "127.0.0.1").with("rebinding.example", "127.0.0.2");
        try (var fetches = new Fetches(INTRANET, names)) {
            assertThat(fetches.bytes(server.url("rebinding.example", "/a.png"))).isEqualTo(PICTURE);
        }
        assertThat(names.asked()).containsExactly("rebinding.example");
        assertThat(server.asked().get(0).field("Host")).contains("rebinding.example:" + server.port());
    }

    @Test
    void judgesEveryRedirectAnew() {
        names.with("good.example", "127.0.0.1").with("metadata.example", "169.254.169.254");
        server.on("/literal", Plays.redirect(302, "http://169.254.169.254/latest/meta-data/"))
                .on("/name", Plays.redirect(302, "//metadata.example/"))
                .on("/file", Plays.redirect(302, "file:///etc/passwd"))
                .on("/user", Plays.redirect(302, "http://me:secret@good.example/"))
                .on("/port", Plays.redirect(302, "http://good.example:25/"));
        try (var fetches = new Fetches(INTRANET, names)) {
            assertRefused(fetches.failure(server.url("good.example", "/literal")));
            assertRefused(fetches.failure(server.url("good.example", "/name")));
            assertThat(fetches.failure(server.url("good.example", "/file")).reason())
                    .isEqualTo("Only http and https addresses are asked.");
            assertThat(fetches.failure(server.url("good.example", "/user")).reason())
                    .isEqualTo("An address with a user or a password in it is not fetched.");
            assertThat(fetches.failure(server.url("good.example", "/port")).reason())
                    .isEqualTo("Nothing is fetched from port 25.");
        }
    }

    @Test
    void looksANameUpAgainForARedirect() {
        names.with("turning.example", "127.0.0.1").with("turning.example", "169.254.169.254");
        server.on("/again", Plays.redirect(302, "/a.png"));
        try (var fetches = new Fetches(INTRANET, names)) {
            assertRefused(fetches.failure(server.url("turning.example", "/again")));
        }
    }

    @Test
    void fetchesOnlyFromTheHostsThatAreListed() throws FetchFailedException {
        names.with("good.example", "127.0.0.1").with("other.example", "127.0.0.1");
        server.on("/away", Plays.redirect(302, server.url("other.example", "/a.png")));
        try (var fetches = new Fetches(INTRANET.only("good.example"), names)) {
            assertThat(fetches.bytes(server.url("good.example", "/a.png"))).isEqualTo(PICTURE);
            for (var url : new String[] {server.url("good.example", "/away"), server.url("other.example", "/a.png")}) {
                var failure = fetches.failure(url);
                assertThat(failure.reason()).isEqualTo("Nothing is fetched from this host here.");
                assertThat(failure.retry()).isFalse();
            }
        }
        assertThat(names.asked()).doesNotContain("other.example");
    }

    @Test
    void fetchesNothingWhenItIsSwitchedOff() {
        try (var fetches = new Fetches(INTRANET.only("off"), names)) {
            assertThat(fetches.failure(server.url("/a.png")).reason()).isEqualTo("Fetching pictures is switched off.");
        }
        assertThat(server.made()).isZero();
    }

    private void assertRefused(FetchFailedException failure) {
        assertThat(failure.reason()).isEqualTo(REASON);
        assertThat(failure.retry()).isFalse();
    }
}
