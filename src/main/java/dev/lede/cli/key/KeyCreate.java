package dev.lede.cli.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lede.cli.Connection;
import dev.lede.cli.Running;
import dev.lede.cli.console.Printable;
import dev.lede.cli.console.Terminal;
import dev.lede.cli.http.Json;
import dev.lede.cli.http.Server.Call;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.outcome.Outcome;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lede key create}. */
@Command(
        name = "create",
        description = "Makes a key and prints it, this once, alone on standard output.",
        footer = {"", "Example:", "  EDITOR_KEY=$(lede key create editors --role write --expires-in 30d)"})
final class KeyCreate implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Whose it is, or what for.")
    String name = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "read, preview, write or admin; each may what those before it may.")
    String role = "";

    @Option(names = "--expires-in", paramLabel = "SPAN", description = "It ends after 12h, 30d or 8w.")
    @Nullable
    String expiresIn;

    @Option(names = "--expires-at", paramLabel = "MOMENT", description = "It ends at 2027-01-01T00:00:00Z.")
    @Nullable
    String expiresAt;

    @Mixin
    Connection connection = new Connection();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        return Running.of(Objects.requireNonNull(spec), this::run);
    }

    private Outcome run(Terminal terminal) throws CommandFailed, InterruptedException {
        var request = JsonNodeFactory.instance.objectNode().put("name", name).put("role", role);
        expiry().ifPresent(moment -> request.put("expiresAt", moment.toString()));
        var made = connection
                .server()
                .send(new Call("POST", "/v1/keys"), "application/json", BodyPublishers.ofString(Json.line(request)));
        var expires = made.path("expiresAt").asText("");
        terminal.note("key " + Printable.of(made.path("id").asText()) + " for " + Printable.of(name) + ", role "
                + Printable.of(role) + (expires.isEmpty() ? "" : ", expires " + Printable.of(expires))
                + "; it is shown this once:");
        terminal.result(Printable.of(made.path("key").asText()));
        return Outcome.DONE;
    }

    private Optional<Instant> expiry() throws CommandFailed {
        if (expiresIn != null && expiresAt != null) {
            throw CommandFailed.usage("--expires-in and --expires-at are two ways to say one thing: take one.");
        }
        if (expiresIn != null) {
            return Optional.of(Expiry.in(expiresIn, Instant.now()));
        }
        return expiresAt == null ? Optional.empty() : Optional.of(Expiry.at(expiresAt));
    }
}
