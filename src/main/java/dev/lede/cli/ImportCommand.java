package dev.lede.cli;

import dev.lede.cli.console.Terminal;
import dev.lede.cli.http.Server;
import dev.lede.cli.importing.ArchiveImport;
import dev.lede.cli.importing.ImportSettings;
import dev.lede.cli.importing.ImportSettings.Pruning;
import dev.lede.cli.importing.TreeImport;
import dev.lede.cli.importing.WatchedImport;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.outcome.Outcome;
import dev.lede.cli.upload.Archive;
import dev.lede.cli.upload.BulkMode;
import dev.lede.cli.upload.Report.Style;
import dev.lede.tree.ContentTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lede import}: documents and pictures go to a running Lede. */
@Command(
        name = "import",
        description = {
            "Sends documents, and the pictures of their bundles, to a running Lede. Of a folder only what differs is sent,"
                    + " so importing again is cheap and safe.",
            ""
        },
        footer = {
            "",
            "Diagnostics come on standard error as compilers print them: posts/a.md:4:7: error: …",
            "Ctrl-C ends a watch, as everything else, with status 130; what was under way is not stored.",
            "",
            "Examples:",
            "  lede import content",
            "  lede import content --watch --prune",
            "  lede import content --dry-run",
            "  LEDE_KEY=… lede import blog --into posts --url https://example.org",
            "  git archive HEAD content | lede import - --atomic --prune --scope content"
        })
public final class ImportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR|ARCHIVE|-",
            description =
                    "A folder; or a tar, tar.gz, zip or NDJSON file, sent as it is; or - for one of these on standard"
                            + " input. Names that begin with . or # or end with ~ are left out.")
    String source = "";

    @Mixin
    Connection connection = new Connection();

    @Option(names = "--into", paramLabel = "PREFIX", description = "Put everything below this folder.")
    @Nullable
    String into;

    @Option(
            names = "--dry-run",
            description = "Say what would be created (+), changed (~), moved (>) and deleted (-), and in"
                    + " what documents would change; nothing is stored.")
    boolean dryRun;

    @Option(
            names = "--prune",
            description = "Delete documents below the scope that are not there any more; what only moved"
                    + " keeps its old addresses.")
    boolean prune;

    @Option(
            names = "--scope",
            paramLabel = "PREFIX",
            description = "The folder that --prune is about, / for everything. Of"
                    + " a folder: --into, else the first folder that all files are in, else everything.")
    @Nullable
    String scope;

    @Option(
            names = "--max-deletes",
            paramLabel = "N",
            description = "Refuse to delete more than this with --prune; 100" + " unless told otherwise.")
    @Nullable
    Long maxDeletes;

    @Option(names = "--atomic", description = "Store all or nothing.")
    boolean atomic;

    @Option(names = "--strict", description = "Take warnings for errors.")
    boolean strict;

    @Option(
            names = "--if-revision",
            paramLabel = "N",
            description = "Only when nothing has changed since this revision.")
    @Nullable
    Long ifRevision;

    @Option(
            names = "--watch",
            description = "Go on importing as files change, until Ctrl-C. Deletes only with --prune.")
    boolean watch;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say only what fails.")
    boolean quiet;

    @Option(
            names = "--json",
            description = "A JSON object on a line for each file on standard output, and one with the sum.")
    boolean json;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        return Running.of(Objects.requireNonNull(spec), this::run);
    }

    private Outcome run(Terminal terminal) throws CommandFailed, InterruptedException {
        refuseWhatContradicts();
        var settings = settings();
        var server = connection.server();
        if (source.equals("-")) {
            refuseForArchives();
            return new ArchiveImport(server, terminal, settings)
                    .run(Archive.of(System.in))
                    .outcome();
        }
        var path = Path.of(source);
        if (Files.isDirectory(path)) {
            return folder(path, settings, server, terminal);
        }
        if (!Files.exists(path)) {
            throw CommandFailed.usage("There is no " + source + ".");
        }
        refuseForArchives();
        return new ArchiveImport(server, terminal, settings)
                .run(Archive.of(path))
                .outcome();
    }

    private Outcome folder(Path path, ImportSettings settings, Server server, Terminal terminal)
            throws CommandFailed, InterruptedException {
        try {
            var tree = ContentTree.of(path);
            if (watch) {
                new WatchedImport(server, terminal, settings).run(tree);
                return Outcome.DONE;
            }
            return new TreeImport(server, terminal, settings)
                    .run(tree.root(), tree.walk())
                    .outcome();
        } catch (IOException unreadable) {
            throw CommandFailed.usage("The folder cannot be read: " + unreadable.getMessage());
        }
    }

    private ImportSettings settings() throws CommandFailed {
        var folder = into == null ? "/" : ImportSettings.folder(into);
        Optional<String> below = scope == null ? Optional.empty() : Optional.of(ImportSettings.folder(scope));
        var pruning = prune ? Optional.of(new Pruning(below, number(maxDeletes))) : Optional.<Pruning>empty();
        var mode = new BulkMode(atomic, strict, dryRun, number(ifRevision), Optional.empty());
        return new ImportSettings(folder.equals("/") ? "" : folder, mode, pruning, new Style(quiet, json));
    }

    private static OptionalLong number(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private void refuseWhatContradicts() throws CommandFailed {
        if (!prune && (scope != null || maxDeletes != null)) {
            throw CommandFailed.usage("--scope and --max-deletes are about --prune, which is not there.");
        }
        if ((maxDeletes != null && maxDeletes < 0) || (ifRevision != null && ifRevision < 0)) {
            throw CommandFailed.usage("--max-deletes and --if-revision take numbers from 0.");
        }
        if (watch && (dryRun || ifRevision != null)) {
            throw CommandFailed.usage("--watch goes neither with --dry-run nor with --if-revision.");
        }
    }

    private void refuseForArchives() throws CommandFailed {
        if (watch) {
            throw CommandFailed.usage("--watch needs a folder.");
        }
        if (into != null) {
            throw CommandFailed.usage("--into needs a folder: an archive is sent as it is.");
        }
    }
}
