package dev.lede.cli.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Who calls: {@code lede/0.1.0}. */
final class UserAgent {

    static final String NAME = "lede/" + version();

    private UserAgent() {}

    private static String version() {
        var properties = new Properties();
        try (var file = UserAgent.class.getResourceAsStream("/dev/lede/release.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
