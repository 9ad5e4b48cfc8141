package dev.lede.cli.importing;

import dev.lede.cli.console.Terminal;
import dev.lede.cli.http.Patience;
import dev.lede.cli.http.Server;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.outcome.Outcome;
import dev.lede.cli.upload.Report;
import dev.lede.cli.upload.Result;
import dev.lede.tree.ContentTree;
import dev.lede.tree.TreeWatch;
import java.io.IOException;
import java.time.Duration;

/**
 * Keeps a Lede up to date with a folder while people work in it. What fails is told of, and the watch goes on; a Lede that
 * is away is tried again and again, ever more slowly, and what changes meanwhile is kept.
 */
public final class WatchedImport {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Server server;
    private final Terminal terminal;
    private final ImportSettings settings;
    private final TreeImport whole;

    public WatchedImport(Server server, Terminal terminal, ImportSettings settings) {
        this.server = server;
        this.terminal = terminal;
        this.settings = settings;
        this.whole = new TreeImport(server, terminal, settings);
    }

    /**
     * Imports everything, then what changes, until the thread is interrupted or the process ended.
     *
     * @throws CommandFailed when the key is refused, or the folder cannot be watched any more
     */
    public void run(ContentTree tree) throws CommandFailed, InterruptedException {
        try (var watch = TreeWatch.of(tree)) {
            var pending = new Pending(settings.pruning().isPresent());
            var pause = Duration.ZERO;
            while (true) {
                pause = pending.isEmpty() ? Duration.ZERO : bring(tree, pending, pause);
                if (pending.isEmpty()) {
                    note("watching " + tree.root() + "; Ctrl-C ends it");
                }
                pending.add(watch.await(pending.isEmpty() ? LONG : pause));
            }
        } catch (IOException gone) {
            throw CommandFailed.refused(tree.root() + " cannot be watched any more (" + gone.getMessage() + ").");
        }
    }

    /** Brings Lede up to date; what stays pending is tried again after the pause. */
    private Duration bring(ContentTree tree, Pending pending, Duration pause)
            throws CommandFailed, IOException, InterruptedException {
        try {
            if (pending.isEverything()) {
                whole.run(tree.root(), tree.walk());
            } else {
                some(pending);
            }
            pending.clear();
        } catch (CommandFailed failure) {
            if (failure.outcome() == Outcome.KEY_REFUSED) {
                throw failure;
            }
            terminal.failure(failure.sentence(), failure.more());
            if (failure.outcome() == Outcome.OUT_OF_REACH) {
                var longer = pause.isZero() ? SHORTEST_PAUSE : pause.multipliedBy(2);
                var next = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
                note("trying again in " + next.toSeconds() + " s");
                return next;
            }
            pending.clear();
        }
        return Duration.ZERO;
    }

    private void some(Pending pending) throws CommandFailed, InterruptedException {
        var files = SentFiles.of(pending.written(), settings.into());
        try (var report = new Report(terminal, settings.style(), files::place, item -> {})) {
            var result = Result.NOTHING_SENT;
            if (!files.byPath().isEmpty()) {
                result = whole.send(files.outgoing(), report);
            }
            if (settings.pruning().isPresent() && !pending.deleted().isEmpty()) {
                var deletions = new Deletions(
                        server, settings.into(), settings.pruning().get(), Patience.usual(report::note));
                result = result.then(Result.deleted(deletions.run(pending.deleted())));
            }
            report.end(result, false);
        }
    }

    private void note(String sentence) {
        if (!settings.style().quiet()) {
            terminal.note(sentence);
        }
    }
}
