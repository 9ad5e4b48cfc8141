package dev.lede.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.http.RawHttp;
import dev.lede.testsupport.Lede;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecretsTest {

    private static final class Captured extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            // With its parameters and with all of its exception.
            lines.add(new PatternFormatter("%s%e").format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private final Logger root = LogManager.getLogManager().getLogger("");
    private final Captured log = new Captured();
    private final List<Handler> handlers = new ArrayList<>();
    private Level level = Level.INFO;

    @BeforeEach
    void captureEverything() {
        level = root.getLevel();
        handlers.addAll(List.of(root.getHandlers()));
        handlers.forEach(root::removeHandler);
        root.addHandler(log);
        root.setLevel(Level.FINE);
    }

    @AfterEach
    void logAsBefore() {
        root.setLevel(level);
        root.removeHandler(log);
        handlers.forEach(root::addHandler);
    }

    @Test
    void areInNoLogAndInNoRefusal() throws IOException {
        var made = MadeKey.of("read");
        var secret = made.token().substring(made.token().lastIndexOf('_') + 1);
        var revoked = "lede_000000000000_" + secret;
        var replies = new StringBuilder();
        for (var token : List.of(made.token(), revoked, made.token() + "x", Lede.KEY, Lede.KEY + "x")) {
            for (var path : List.of("/v1/keys?limit=0", "/test/traps/fault", "/v1/nowhere", "/v1/documents")) {
                try (var connection = RawHttp.connectFrom(31)) {
                    var reply = connection
                            .send("GET", path, "Authorization: Bearer " + token)
                            .reply(false);
                    replies.append(reply.headers()).append(reply.text());
                }
            }
        }
        Lede.admin().delete("/v1/keys/" + made.id()).then().statusCode(204);

        assertThat(log.lines).anyMatch(line -> line.contains("The answer failed"));
        assertThat(log.lines).noneMatch(line -> line.contains(secret) || line.contains(Lede.KEY));
        assertThat(replies).contains("urn:lede:problem:").doesNotContain(secret, Lede.KEY);
    }
}
