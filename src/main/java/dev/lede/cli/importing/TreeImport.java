package dev.lede.cli.importing;

import dev.lede.cli.compare.CommonFolder;
import dev.lede.cli.compare.Differences;
import dev.lede.cli.compare.RemoteDocuments;
import dev.lede.cli.console.Numbers;
import dev.lede.cli.console.Terminal;
import dev.lede.cli.http.Patience;
import dev.lede.cli.http.Server;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.plan.Plan;
import dev.lede.cli.upload.BulkMode.Prune;
import dev.lede.cli.upload.Item;
import dev.lede.cli.upload.Outgoing;
import dev.lede.cli.upload.Report;
import dev.lede.cli.upload.Result;
import dev.lede.cli.upload.TreeUpload;
import dev.lede.tree.Listing;
import dev.lede.tree.Skipped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings a Lede up to date with a folder: asks what it has, and sends what differs. */
public final class TreeImport {

    private final Server server;
    private final Terminal terminal;
    private final ImportSettings settings;

    public TreeImport(Server server, Terminal terminal, ImportSettings settings) {
        this.server = server;
        this.terminal = terminal;
        this.settings = settings;
    }

    /**
     * Imports what was found in a folder.
     *
     * @param root the folder, as people named it
     * @throws CommandFailed when nothing is sent, or not all of it comes through
     */
    public Result run(Path root, Listing listing) throws CommandFailed, InterruptedException {
        var files = SentFiles.of(listing.files(), settings.into());
        var plan = new Plan(terminal, server, files.byPath(), settings.mode().strict());
        try (var report = new Report(terminal, settings.style(), files::place, planned(plan))) {
            var failed = tellOfSkipped(listing, files, report);
            var prune = prune(root, listing, files);
            if (failed > 0 && settings.mode().atomic()) {
                throw CommandFailed.refused(
                        "Nothing was sent: " + failed + " files cannot be, and --atomic means all.");
            }
            var result = send(files, prune, report).then(Result.unsent(failed));
            report.over();
            if (settings.mode().dryRun() && !settings.style().json()) {
                plan.explain();
            }
            report.end(result, settings.mode().dryRun());
            return result;
        }
    }

    private Consumer<Item> planned(Plan plan) {
        return settings.mode().dryRun() && !settings.style().json() ? plan::item : item -> {};
    }

    /** How many files cannot be sent that should be. */
    private static int tellOfSkipped(Listing listing, SentFiles files, Report report) {
        var failed = 0;
        for (var skip : listing.skipped()) {
            if (skip.cause() == Skipped.Cause.UNREADABLE || skip.cause() == Skipped.Cause.NAME) {
                report.item(Item.unsent(skip.file().toString(), skip.reason()));
                failed++;
            } else {
                report.warning(skip.file().toString(), "skipped, as " + skip.reason());
            }
        }
        for (var file : files.unnameable()) {
            report.item(Item.unsent(file.file().toString(), "its path there would be longer than 1,024 bytes"));
            failed++;
        }
        return failed;
    }

    private Optional<Prune> prune(Path root, Listing listing, SentFiles files) throws CommandFailed {
        if (settings.pruning().isEmpty()) {
            return Optional.empty();
        }
        // What cannot be read is not gone; only the whole folder says what is.
        if (!listing.isComplete() || !files.unnameable().isEmpty()) {
            throw CommandFailed.refused("Nothing was sent: not everything in " + root
                    + " can be read, so nobody knows what --prune may delete.");
        }
        if (files.byPath().isEmpty()) {
            throw CommandFailed.refused(
                    "Nothing was sent: there are no files in " + root + ", and --prune would delete everything.");
        }
        var standard =
                settings.into().isEmpty() ? CommonFolder.first(files.byPath().keySet()) : settings.into();
        return settings.pruning().map(pruning -> pruning.below(standard));
    }

    private Result send(SentFiles files, Optional<Prune> prune, Report report)
            throws CommandFailed, InterruptedException {
        var all = files.outgoing();
        var documents = RemoteDocuments.below(listed(files, prune), server, Patience.usual(report::note));
        var differences = Differences.between(all, documents, server, report);
        var goes = prune.filter(
                what -> !differences.gone(what.scope(), files.byPath().keySet()).isEmpty());
        var upload = new TreeUpload(server, report);
        if (goes.isPresent()) {
            // All of it, so that what only moved is recognised.
            return upload.send(all, settings.mode().pruning(goes.get()));
        }
        var differing = differences.differing();
        var same = Result.unchanged(all.size() - differing.size() - differences.unreadable())
                .then(Result.unsent(differences.unreadable()));
        if (differing.isEmpty()) {
            report.note("Nothing differs: Lede has all of " + Numbers.count(all.size()) + " files.");
            return same;
        }
        return then(same, upload.send(differing, settings.mode()));
    }

    /** All or nothing is about what was sent; otherwise a file among many that are there already is one of many. */
    private Result then(Result same, Result sent) {
        var both = same.then(sent);
        return settings.mode().atomic() ? both.storedOnlyIf(sent.isStored()) : both;
    }

    private static String listed(SentFiles files, Optional<Prune> prune) {
        var common = CommonFolder.deepest(files.byPath().keySet());
        var scope = prune.map(Prune::scope).orElse(common);
        return CommonFolder.deepest(List.of(common, scope.equals("/") ? "" : scope));
    }

    /** Sends files without asking what Lede has. */
    Result send(List<Outgoing> files, Report report) throws CommandFailed, InterruptedException {
        return new TreeUpload(server, report).send(files, settings.mode());
    }
}
