package dev.lede.cli.upload;

import dev.lede.cli.http.Patience;
import dev.lede.cli.http.Server;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.transfer.Transfer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends files of a tree in as few bulk calls as Lede's limits allow. */
public final class TreeUpload {

    /** What Lede takes in one call, as it is configured by default; a little less, for what a tar has around files. */
    static final long MOST_BYTES = 1_000L * 1024 * 1024;

    static final int MOST_ENTRIES = 200_000;

    private final BulkCall call;
    private final Report report;

    public TreeUpload(Server server, Report report) {
        this.call = new BulkCall(server);
        this.report = report;
    }

    /**
     * Sends all of them.
     *
     * @throws CommandFailed when Lede refuses or is lost; what earlier calls stored stays
     */
    public Result send(List<Outgoing> files, BulkMode mode) throws CommandFailed, InterruptedException {
        var batches = batches(files);
        var whole =
                mode.atomic() || mode.prune().isPresent() || mode.ifRevision().isPresent();
        if (batches.size() > 1 && whole) {
            throw CommandFailed.refused(
                    "These are too many files for one call (" + files.size()
                            + "), and --atomic, --prune and --if-revision hold for one. Import folder by folder, or leave them out.");
        }
        var result = Result.NOTHING_SENT;
        for (int at = 0; at < batches.size(); at++) {
            if (batches.size() > 1) {
                report.note("call " + (at + 1) + " of " + batches.size());
            }
            result = result.then(sendOne(batches.get(at), mode));
        }
        return result;
    }

    private Result sendOne(List<Outgoing> files, BulkMode mode) throws CommandFailed, InterruptedException {
        return Patience.usual(report::note).with(() -> {
            var bytes = files.stream().mapToLong(file -> file.file().size()).sum();
            report.uploading(bytes, files.size());
            var progress = new Sent(report, mode.atomic() || mode.prune().isPresent());
            var transfer = new Transfer("application/gzip", () -> new TarStream(files, progress), Optional.empty());
            var result = call.send(transfer, mode, report::item);
            progress.unsent.forEach((path, reason) -> report.item(Item.unsent(path, reason)));
            return result.then(Result.unsent(progress.unsent.size()));
        });
    }

    private static final class Sent implements TarStream.Sending {

        private final Report report;
        private final boolean needsAll;
        private final Map<String, String> unsent = new LinkedHashMap<>();

        Sent(Report report, boolean needsAll) {
            this.report = report;
            this.needsAll = needsAll;
        }

        @Override
        public void read(long bytes) {
            report.step(bytes);
        }

        @Override
        public void unsent(Outgoing file, IOException reason) throws IOException {
            if (needsAll) {
                throw new IOException(file.file().file() + " cannot be read any more", reason);
            }
            unsent.put(file.path(), "it cannot be read any more");
        }
    }

    static List<List<Outgoing>> batches(List<Outgoing> files) {
        var batches = new ArrayList<List<Outgoing>>();
        var batch = new ArrayList<Outgoing>();
        long weight = 0;
        for (var file : files) {
            if (batch.size() == MOST_ENTRIES || (!batch.isEmpty() && weight + file.weight() > MOST_BYTES)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                weight = 0;
            }
            batch.add(file);
            weight += file.weight();
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}
