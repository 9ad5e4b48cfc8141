package dev.lede.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.access.keys.MadeKey;
import dev.lede.http.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WrongKeysTest {

    private static final int GUESSER = 21;
    private static final int OTHER = 22;

    @Test
    void areRefusedPastTwentyAMinuteFromTheirAddressAlone() throws IOException {
        for (int number = 0; number < 20; number++) {
            // Whoever is not behind a proxy that is configured may not say from where he comes.
            assertThat(guess(GUESSER, "X-Forwarded-For: 192.0.2." + number).status())
                    .isEqualTo(401);
        }

        var reply = guess(GUESSER, "X-Forwarded-For: 192.0.2.99", "Forwarded: for=192.0.2.98");
        assertThat(reply.status()).isEqualTo(429);
        assertThat(Integer.parseInt(reply.header("Retry-After").orElseThrow())).isBetween(1, 60);
        assertThat(reply.header("RateLimit-Policy")).contains("\"wrong-keys\";q=20;w=60");
        assertThat(reply.header("RateLimit").orElseThrow()).matches("\"wrong-keys\";r=0;t=[0-9]+");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.text()).contains("urn:lede:problem:too-many-requests");

        assertThat(guess(OTHER).status()).isEqualTo(401);
        assertThat(ask(GUESSER, MadeKey.of("admin").header()).status()).isEqualTo(200);
        assertThat(ask(GUESSER).status()).isEqualTo(401);
    }

    private static RawHttp.Reply guess(int address, String... headers) throws IOException {
        var all = new String[headers.length + 1];
        System.arraycopy(headers, 0, all, 1, headers.length);
        all[0] = "Authorization: Bearer wrong";
        return ask(address, all);
    }

    private static RawHttp.Reply ask(int address, String... headers) throws IOException {
        try (var connection = RawHttp.connectFrom(address)) {
            return connection.send("GET", "/v1/keys", headers).reply(false);
        }
    }
}
