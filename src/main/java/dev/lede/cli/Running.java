package dev.lede.cli;

import dev.lede.cli.console.Terminal;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.outcome.Outcome;
import picocli.CommandLine.Model.CommandSpec;

/** Runs what a command does, and makes an exit status of how it ends. */
public final class Running {

    /** As shells have it for what was interrupted. */
    private static final int INTERRUPTED = 130;

    private Running() {}

    /** What a command does. */
    @FunctionalInterface
    public interface Body {
        Outcome run(Terminal terminal) throws CommandFailed, InterruptedException;
    }

    /** Runs it, and tells of a failure. */
    public static int of(CommandSpec command, Body body) {
        var line = command.commandLine();
        var terminal = Terminal.of(line.getOut(), line.getErr());
        try {
            return body.run(terminal).status();
        } catch (CommandFailed failure) {
            terminal.failure(failure.sentence(), failure.more());
            return failure.outcome().status();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        }
    }
}
