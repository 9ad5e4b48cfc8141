package dev.lede.cli;

import dev.lede.cli.export.ExportCommand;
import dev.lede.cli.key.KeyCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs commands in this process. */
public final class Cli {

    private Cli() {}

    @Command(
            name = "lede",
            subcommands = {ImportCommand.class, ExportCommand.class, KeyCommand.class})
    private static final class Program {}

    /** What came of a command. */
    public record Run(int status, String out, String err) {

        public List<String> lines() {
            return out.lines().toList();
        }
    }

    /** Runs a command to its end. */
    public static Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var status = new CommandLine(new Program())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(status, out.toString(), err.toString());
    }
}
