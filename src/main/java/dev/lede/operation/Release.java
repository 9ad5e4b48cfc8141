package dev.lede.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which release this is: the answer to {@code lede --version}, known without starting anything. */
public final class Release implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var properties = new Properties();
        try (var file = Release.class.getResourceAsStream("/dev/lede/release.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String[] {
            "Lede " + properties.getProperty("version"),
            "with PostgreSQL " + properties.getProperty("postgresql") + ", on Java " + Runtime.version()
        };
    }
}
