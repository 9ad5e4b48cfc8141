package dev.lede.thumbnail.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.ingest.derive.IngestConfig;
import dev.lede.thumbnail.WithPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** In the application, where others read settings that begin alike. */
@QuarkusTest
@TestProfile(WithPictures.class)
class FetchConfigTest {

    @Inject
    FetchConfig config;

    @Inject
    IngestConfig others;

    @Inject
    PictureFetch fetch;

    @Inject
    Hosts hosts;

    @Test
    void sharesItsPrefix() {
        assertThat(config.maxBytes().asLongValue()).isEqualTo(1_048_576);
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.allowPrivate()).isTrue();
        assertThat(config.userAgent()).matches("Lede/\\S+ \\(pictures of articles\\)");
        assertThat(others.thumbnail().keys()).contains("thumbnail");
        assertThat(others.thumbnail().fromBody()).isFalse();
    }

    @Test
    void isWhatTheApplicationGoesBy() {
        assertThat(fetch.policy().allows("https://a.example.org/b.png")).isTrue();
        assertThat(fetch.policy().allows("https://a.example.net/b.png")).isFalse();
        assertThat(hosts.tryEnter("https://a.example.org/b.png")).isPresent();
    }

    /** Whoever reads metrics needs no key, and pictures of drafts have addresses too. */
    @Test
    void leavesNoAddressInTheMetrics() throws IOException, FetchFailedException {
        try (var server = DirtyServer.start().on("/unpublished.png", Plays.bytes(new byte[] {1, 2, 3}))) {
            assertThat(fetch.fetch(
                                    server.url("/unpublished.png"),
                                    new Hosts().tryEnter(server.url("/")).orElseThrow())
                            .bytes())
                    .hasSize(3);
            var metrics = RestAssured.get("/q/metrics").asString();
            assertThat(metrics).doesNotContain("unpublished", "127.0.0.1:" + server.port());
        }
    }
}
