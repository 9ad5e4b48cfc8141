package dev.lede;

import dev.lede.operation.Release;
import dev.lede.operation.Serve;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the process starts: what is asked for is read here, before any part of the application starts. */
@QuarkusMain
@Command(
        name = "lede",
        description = "A headless content API for front-matter documents. Without a command it serves.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Release.class,
        subcommands = Serve.class)
public final class Main implements Callable<Integer> {

    Main() {}

    public static void main(String... arguments) {
        // The server would refuse malformed addresses without a word of why; Lede checks them itself, and says.
        System.setProperty("vertx.disableURIValidation", "true");
        var status = new CommandLine(new Main()).execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    @Override
    public Integer call() {
        return new Serve().call();
    }
}
