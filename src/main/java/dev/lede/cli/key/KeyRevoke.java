package dev.lede.cli.key;

import dev.lede.cli.Connection;
import dev.lede.cli.Running;
import dev.lede.cli.console.Printable;
import dev.lede.cli.console.Terminal;
import dev.lede.cli.http.Server.Call;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.outcome.Outcome;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lede key revoke}. */
@Command(name = "revoke", description = "Revokes a key: it is refused from now on.")
final class KeyRevoke implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Of the key, as \"lede key list\" shows it.")
    String id = "";

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
        if (!id.matches("[A-Za-z0-9._-]{1,100}")) {
            throw CommandFailed.usage("\"" + Printable.of(id) + "\" is no id of a key; \"lede key list\" shows them.");
        }
        connection.server().ask(new Call("DELETE", "/v1/keys/" + id));
        terminal.note("revoked " + id);
        return Outcome.DONE;
    }
}
