package dev.lede;

import dev.lede.cli.ExitStatuses;
import dev.lede.cli.ImportCommand;
import dev.lede.cli.export.ExportCommand;
import dev.lede.cli.key.KeyCommand;
import dev.lede.operation.Release;
import dev.lede.operation.Serve;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
        subcommands = {Serve.class, ImportCommand.class, ExportCommand.class, KeyCommand.class})
public final class Main implements Callable<Integer> {

    Main() {}

    public static void main(String... arguments) {
        // The server would refuse malformed addresses without a word of why; Lede checks them itself, and says.
        System.setProperty("vertx.disableURIValidation", "true");
        // Reading a command line takes a tenth of a start, and here is none to read.
        var status = arguments.length == 0 ? new Main().call() : execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int execute(String... arguments) {
        return commandLine()
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .execute(arguments);
    }

    /** All commands, as the command line names them. */
    static CommandLine commandLine() {
        var commandLine = new CommandLine(new Main());
        ExitStatuses.explainIn(commandLine);
        return commandLine;
    }

    /** Whatever the locale: paths and titles are Unicode. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    @Override
    public Integer call() {
        return new Serve().call();
    }
}
