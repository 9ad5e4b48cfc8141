package dev.lede.cli.importing;

import dev.lede.cli.console.Terminal;
import dev.lede.cli.http.Patience;
import dev.lede.cli.http.Server;
import dev.lede.cli.http.Server.Call;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.plan.Plan;
import dev.lede.cli.upload.Archive;
import dev.lede.cli.upload.BulkCall;
import dev.lede.cli.upload.BulkMode;
import dev.lede.cli.upload.Item;
import dev.lede.cli.upload.Report;
import dev.lede.cli.upload.Result;
import java.util.Map;
import java.util.function.Consumer;

/** Sends a finished archive as it is. */
public final class ArchiveImport {

    private final Server server;
    private final Terminal terminal;
    private final ImportSettings settings;

    public ArchiveImport(Server server, Terminal terminal, ImportSettings settings) {
        this.server = server;
        this.terminal = terminal;
        this.settings = settings;
    }

    /** Sends it, and tells of what became of the files in it. */
    public Result run(Archive archive) throws CommandFailed, InterruptedException {
        var mode = mode();
        var plan = new Plan(terminal, server, Map.of(), mode.strict());
        Consumer<Item> planned = mode.dryRun() && !settings.style().json() ? plan::item : item -> {};
        try (var report = new Report(terminal, settings.style(), path -> path, planned)) {
            var patience = Patience.usual(report::note);
            // A key that is refused is better known before gigabytes are sent than after.
            patience.with(() -> server.ask(new Call("GET", "/v1/documents").with(Map.of("limit", "1"))));
            var result = archive.isRepeatable()
                    ? patience.with(() -> send(archive, mode, report))
                    : send(archive, mode, report);
            report.over();
            plan.explain();
            report.end(result, mode.dryRun());
            return result;
        }
    }

    private BulkMode mode() throws CommandFailed {
        var pruning = settings.pruning();
        if (pruning.isEmpty()) {
            return settings.mode();
        }
        var scope = pruning.get()
                .scope()
                .orElseThrow(
                        () -> CommandFailed.usage(
                                "--prune of an archive needs --scope, the folder below which what it does not hold is deleted."));
        return settings.mode().pruning(pruning.get().below(scope));
    }

    private Result send(Archive archive, BulkMode mode, Report report) throws CommandFailed, InterruptedException {
        report.uploading(archive.transfer().length().orElse(-1L), -1);
        return new BulkCall(server).send(archive.transfer().watched(report::step), mode, report::item);
    }
}
