package dev.lede.cli.export;

import dev.lede.cli.Connection;
import dev.lede.cli.Running;
import dev.lede.cli.console.Numbers;
import dev.lede.cli.console.Progress;
import dev.lede.cli.console.Progress.Unit;
import dev.lede.cli.console.Terminal;
import dev.lede.cli.http.Patience;
import dev.lede.cli.http.Server.Call;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.outcome.Outcome;
import dev.lede.cli.transfer.Transfer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lede export}: all documents and assets of a running Lede, as one archive. */
@Command(
        name = "export",
        description = {
            "Writes all documents and assets of a running Lede, drafts too, to a tar.gz. Importing it elsewhere gives the"
                    + " same API. Needs a key that may preview.",
            ""
        },
        footer = {
            "",
            "The file is there once it is whole, and not before; one that was there is replaced.",
            "",
            "Examples:",
            "  lede export backup.tar.gz",
            "  lede export - | lede import - --url http://other:8080"
        })
public final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE|-", description = "Where to write it; - for standard output.")
    String target = "";

    @Mixin
    Connection connection = new Connection();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say only what fails.")
    boolean quiet;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        return Running.of(Objects.requireNonNull(spec), this::run);
    }

    private Outcome run(Terminal terminal) throws CommandFailed, InterruptedException {
        if (target.equals("-")) {
            fetch(new FileOutputStream(FileDescriptor.out), terminal);
            return Outcome.DONE;
        }
        var file = Path.of(target).toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw CommandFailed.usage(target + " is a folder; name a file in it.");
        }
        // Beside it, as only there renaming is one step.
        var part = file.resolveSibling(file.getFileName() + ".part");
        try (var out = new FileOutputStream(part.toFile())) {
            fetch(out, terminal);
            out.getFD().sync();
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw CommandFailed.refused(target + " cannot be written (" + failure.getMessage() + ").");
        } finally {
            part.toFile().delete();
        }
        return Outcome.DONE;
    }

    private void fetch(OutputStream out, Terminal terminal) throws CommandFailed, InterruptedException {
        var whole = download(out, terminal);
        if (!quiet) {
            terminal.note("exported " + Numbers.count(whole.files()) + " files, " + Numbers.bytes(whole.bytes()));
        }
    }

    private Download download(OutputStream out, Terminal terminal) throws CommandFailed, InterruptedException {
        var server = connection.server();
        var call = new Call("GET", "/v1/export").accepting("application/gzip");
        try (var progress = quiet ? Progress.NONE : Progress.of(terminal, "exporting", -1, Unit.BYTES)) {
            return Patience.usual(terminal::note)
                    .with(() ->
                            server.exchange(call, Transfer.NOTHING, body -> Download.copy(body, out, progress::to)));
        }
    }
}
