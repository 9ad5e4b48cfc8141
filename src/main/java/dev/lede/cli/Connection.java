package dev.lede.cli;

import dev.lede.cli.http.Server;
import dev.lede.cli.http.ServerAddress;
import dev.lede.cli.outcome.CommandFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which Lede is meant, and who asks. */
public final class Connection {

    private static final int LONGEST_KEY_FILE = 4096;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:LEDE_URL:-http://localhost:8080}",
            description =
                    "Where Lede answers, with whatever its paths begin with; else $LEDE_URL. Now: ${DEFAULT-VALUE}")
    String url = "";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "The key. Others on this machine can see it on the command line: $LEDE_KEY or --key-file keep it.")
    @Nullable
    String key;

    @Option(names = "--key-file", paramLabel = "FILE", description = "A file whose first line is the key.")
    @Nullable
    Path keyFile;

    /** The Lede that is meant. */
    public Server server() throws CommandFailed {
        if (key != null && keyFile != null) {
            throw CommandFailed.usage("--key and --key-file are two ways to say one thing: take one.");
        }
        return new Server(ServerAddress.parse(url), key());
    }

    private Optional<String> key() throws CommandFailed {
        var given = key != null ? key : keyFile != null ? firstLine(keyFile) : System.getenv("LEDE_KEY");
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        var stripped = given.strip();
        // What a header cannot hold would be refused further down, with the key in the message.
        if (stripped.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw CommandFailed.usage("The key holds blanks or characters beyond ASCII, as no key of Lede does.");
        }
        return Optional.of(stripped);
    }

    private static String firstLine(Path file) throws CommandFailed {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(LONGEST_KEY_FILE), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            throw CommandFailed.usage("The key file " + file + " cannot be read.");
        }
    }
}
