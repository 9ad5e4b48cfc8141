package dev.lede.thumbnail.fetch;

import static dev.lede.thumbnail.fetch.Fetches.Settings.INTRANET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of answers, by the rules and not. */
class PictureFetchTest {

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 4};

    private final FakeNames names = new FakeNames().with("pictures.example", "127.0.0.1");
    private final Fetches fetches = new Fetches(INTRANET.upTo(1_000), names);
    private DirtyServer server;

    @BeforeEach
    void start() throws IOException {
        server = DirtyServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        fetches.close();
        server.close();
    }

    @Test
    void givesTheBytesWhateverTheirTypeIsSaidToBe() throws FetchFailedException {
        server.on("/a.png", Plays.bytes(PICTURE))
                .on("/b", Plays.mistyped(PICTURE))
                .on("/c", Plays.untilClose(PICTURE));
        assertThat(fetches.bytes(server.url("/a.png"))).isEqualTo(PICTURE);
        assertThat(fetches.bytes(server.url("/b"))).isEqualTo(PICTURE);
        assertThat(fetches.bytes(server.url("/c"))).isEqualTo(PICTURE);
    }

    @Test
    void saysWhoAsksAndNothingElse() throws FetchFailedException {
        server.on("/%C3%A4%20b.png?c=d", Plays.bytes(PICTURE, "Set-Cookie: a=b"));
        fetches.bytes(server.url("pictures.example", "/ä b.png?c=d#e"));
        fetches.bytes(server.url("pictures.example", "/ä b.png?c=d#e"));
        assertThat(server.asked()).hasSize(2).allSatisfy(asked -> {
            assertThat(asked.line()).isEqualTo("GET /%C3%A4%20b.png?c=d HTTP/1.1");
            assertThat(asked.fields())
                    .extracting(field -> field.toLowerCase(Locale.ROOT))
                    .containsExactlyInAnyOrder(
                            "host: pictures.example:" + server.port(),
                            "user-agent: lede/test",
                            "accept: image/webp,image/png,image/jpeg,image/gif,image/*;q=0.8,*/*;q=0.1",
                            "accept-encoding: identity",
                            "connection: close");
        });
    }

    @Test
    void goesThroughNoProxy() throws FetchFailedException {
        server.on("/a.png", Plays.bytes(PICTURE));
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", "9");
        System.setProperty("http.nonProxyHosts", "");
        try {
            assertThat(fetches.bytes(server.url("/a.png"))).isEqualTo(PICTURE);
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    @Test
    void refusesWhatIsSaidToBeTooLargeBeforeItComes() {
        server.on("/a", Plays.lyingAboutLength(1_001, PICTURE))
                .on("/b", Plays.lyingAboutLength(Long.MAX_VALUE, PICTURE));
        assertForGood(fetches.failure(server.url("/a")), "The picture is larger than 1,000 bytes.");
        assertForGood(fetches.failure(server.url("/b")), "The picture is larger than 1,000 bytes.");
    }

    @Test
    void refusesWhatTurnsOutTooLarge() throws FetchFailedException {
        server.on("/most", Plays.untilClose(new byte[1_000]))
                .on("/more", Plays.untilClose(new byte[1_001]))
                .on("/endless", Plays.endlessBody());
        assertThat(fetches.bytes(server.url("/most"))).hasSize(1_000);
        assertForGood(fetches.failure(server.url("/more")), "The picture is larger than 1,000 bytes.");
        assertForGood(fetches.failure(server.url("/endless")), "The picture is larger than 1,000 bytes.");
    }

    @Test
    void takesNoMoreThanTheLengthThatWasSaid() throws FetchFailedException {
        server.on("/a", Plays.lyingAboutLength(4, PICTURE));
        assertThat(fetches.bytes(server.url("/a"))).containsExactly(0x89, 'P', 'N', 'G');
    }

    @Test
    void refusesEncodingsItDidNotAskFor() {
        server.on("/bomb", Plays.gzipBomb(100_000))
                .on("/br", Plays.bytes(PICTURE, "Content-Encoding: br"))
                .on("/identity", Plays.bytes(PICTURE, "Content-Encoding: identity"));
        var reason = "The host sent the picture in an encoding that it was not asked for.";
        assertForGood(fetches.failure(server.url("/bomb")), reason);
        assertForGood(fetches.failure(server.url("/br")), reason);
        assertThat(catchBytes("/identity")).isEqualTo(PICTURE);
    }

    @Test
    void wantsAllOfAPictureAndSomeOfIt() {
        server.on("/half", Plays.brokenOff(new byte[100]))
                .on("/chunk", Plays.raw(DirtyServer.head(200, "Transfer-Encoding: chunked"), new byte[] {'4', '\r'}))
                .on("/gone", Plays.raw())
                .on("/empty", Plays.bytes(new byte[0]));
        assertForNow(fetches.failure(server.url("/half")), "The host broke off before the picture was complete.");
        assertForNow(fetches.failure(server.url("/chunk")), "The host broke off before the picture was complete.");
        assertForNow(fetches.failure(server.url("/gone")), "The host broke off before the picture was complete.");
        assertForNow(fetches.failure(server.url("/empty")), "The host answered without a picture: not one byte.");
    }

    @Test
    void refusesWhatIsNoHttp() {
        server.on("/ssh", Plays.raw("SSH-2.0-whatever\r\n".getBytes(StandardCharsets.US_ASCII)))
                .on("/head", Plays.endlessHead());
        assertThat(fetches.failure(server.url("/ssh")).reason()).doesNotContain("SSH");
        assertForGood(fetches.failure(server.url("/head")), "The head of the host's answer is too long.");
    }

    @Test
    void tellsWhatTheHostAnswered() {
        server.on("/410", Plays.status(410)).on("/503", Plays.status(503, "Retry-After: 7"));
        assertForGood(fetches.failure(server.url("/404")), "The host answered with status 404 instead of a picture.");
        assertForGood(fetches.failure(server.url("/410")), "The host answered with status 410 instead of a picture.");
        var busy = fetches.failure(server.url("/503"));
        assertForNow(busy, "The host answered with status 503 instead of a picture.");
        assertThat(busy.after()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsARedirect(int status) {
        server.on("/x/a", Plays.redirect(status, "../b c.png")).on("/b%20c.png", Plays.bytes(PICTURE));
        assertThat(catchBytes("/x/a")).isEqualTo(PICTURE);
    }

    @Test
    void followsThreeRedirectsAndNoMore() {
        server.on("/0", Plays.redirect(302, "/1"))
                .on("/1", Plays.redirect(302, "/2"))
                .on("/2", Plays.redirect(302, "/3"))
                .on("/3", Plays.redirect(302, "/4"))
                .on("/4", Plays.bytes(PICTURE))
                .on("/loop", Plays.redirect(302, "/loop"));
        assertThat(catchBytes("/1")).isEqualTo(PICTURE);
        assertForGood(fetches.failure(server.url("/0")), "The address redirects more than 3 times.");
        var before = server.made();
        assertForGood(fetches.failure(server.url("/loop")), "The address redirects more than 3 times.");
        assertThat(server.made() - before).isEqualTo(4);
    }

    @Test
    void refusesRedirectsToNowhere() {
        server.on("/a", Plays.status(302)).on("/b", Plays.status(304));
        assertForGood(fetches.failure(server.url("/a")), "The address redirects to nowhere.");
        assertForGood(fetches.failure(server.url("/b")), "The host answered with status 304 instead of a picture.");
    }

    @Test
    void hostsThatCannotBeReachedOrAreNotKnownMayBeLater() throws IOException {
        var url = server.url("/a");
        server.close();
        assertForNow(fetches.failure(url), "The host cannot be reached.");
        assertForNow(fetches.failure("http://nobody.example/?token=x"), "The host nobody.example is not known.");
    }

    @Test
    void blocksNoEventLoop() throws InterruptedException {
        var caught = new LinkedBlockingQueue<Throwable>();
        fetches.vertx().runOnContext(now -> {
            try {
                fetches.fetch(server.url("/a"));
            } catch (Throwable failure) {
                caught.add(failure);
            }
        });
        assertThat(caught.poll(20, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void startsWithNothingUnreadable() {
        assertThatThrownBy(() -> new Fetches(INTRANET.within(Duration.ZERO), names))
                .hasMessageContaining("timeout");
        assertThatThrownBy(() -> new Fetches(INTRANET.upTo(0), names)).hasMessageContaining("max-bytes");
        assertThatThrownBy(() -> new Fetches(INTRANET.as("a\r\nb: c"), names)).hasMessageContaining("user-agent");
        assertThatThrownBy(() -> new Fetches(INTRANET.only("a b"), names)).hasMessageContaining("lede.thumbnail.fetch");
    }

    private byte[] catchBytes(String target) {
        try {
            return fetches.bytes(server.url(target));
        } catch (FetchFailedException e) {
            throw new AssertionError(e.reason(), e);
        }
    }

    private static void assertForGood(FetchFailedException failure, String reason) {
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.retry()).isFalse();
        assertThat(failure.after()).isNull();
    }

    private static void assertForNow(FetchFailedException failure, String reason) {
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.retry()).isTrue();
    }
}
