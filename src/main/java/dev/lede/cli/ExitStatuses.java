package dev.lede.cli;

import dev.lede.cli.outcome.Outcome;
import java.util.LinkedHashMap;
import picocli.CommandLine;

/** Says in the help of each command how it can end. */
public final class ExitStatuses {

    private static final String SERVE = "serve";

    private ExitStatuses() {}

    /** Adds them to all commands below the given one that talk to a running Lede. */
    public static void explainIn(CommandLine program) {
        program.getSubcommands().forEach((name, command) -> {
            if (!name.equals(SERVE)) {
                var statuses = new LinkedHashMap<String, String>();
                for (var outcome : Outcome.values()) {
                    statuses.put(Integer.toString(outcome.status()), outcome.meaning());
                }
                command.getCommandSpec().usageMessage().exitCodeListHeading("%nExit status:%n");
                command.getCommandSpec().usageMessage().exitCodeList(statuses);
                explainIn(command);
            }
        });
    }
}
