package dev.lede.ingest.folder;

import dev.lede.database.Database;
import dev.lede.http.manners.RevisionSource;
import dev.lede.ingest.bulk.BulkIngestion;
import dev.lede.ingest.bulk.BulkMode;
import dev.lede.ingest.bulk.BulkSummary;
import dev.lede.ingest.store.FolderFiles.Seen;
import dev.lede.tree.Listing;
import dev.lede.tree.TreeFile;
import io.quarkus.logging.Log;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Brings what has changed in a folder since it was brought last. For one thread. */
final class FolderImport {

    private static final BulkMode MODE = new BulkMode(false, false, false, OptionalLong.empty());

    private final Path root;
    private final Parts parts;
    private final Map<String, Seen> refused = new HashMap<>();

    /** What an import needs. */
    record Parts(
            Database database,
            BulkIngestion ingestion,
            FolderSender.Stores stores,
            FolderUpload.Limits limits,
            RevisionSource revisions) {}

    FolderImport(Path root, Parts parts) {
        this.root = root;
        this.parts = parts;
    }

    /** Compares a look at the whole folder with what was seen last, and brings the difference. */
    void bring(Listing listing) {
        listing.skipped().forEach(skipped -> Log.warnf("%s is left out: %s", skipped.file(), skipped.reason()));
        Map<String, Seen> known = parts.database().read(parts.stores().files()::all);
        var present = new HashSet<String>();
        var changed = new ArrayList<TreeFile>();
        for (var file : listing.files()) {
            present.add(file.path().value());
            var path = file.path().value();
            var seen = seen(file);
            // What was refused is told of once, until it is another.
            if (!seen.equals(known.get(path)) && !seen.equals(refused.get(path))) {
                changed.add(file);
            }
        }
        var gone = known.keySet().stream()
                // What cannot be read just now may be there all the same.
                .filter(path -> listing.isComplete() && !present.contains(path))
                .toList();
        if (!changed.isEmpty() || !gone.isEmpty()) {
            bring(changed, gone);
        }
    }

    private static Seen seen(TreeFile file) {
        return new Seen(file.size(), file.modified().to(TimeUnit.NANOSECONDS));
    }

    private void bring(List<TreeFile> changed, List<String> gone) {
        var began = System.nanoTime();
        var diagnostics = new Diagnostics(root);
        var summary = store(changed, gone, diagnostics);
        if (summary.status(false) == BulkSummary.UNPROCESSABLE && !gone.isEmpty()) {
            // Though no file could be stored, those that are gone are gone.
            store(List.of(), gone, diagnostics);
        }
        diagnostics.end();
        Log.infof(
                "Brought %s: created=%d updated=%d unchanged=%d deleted=%d failed=%d duration_ms=%d",
                root,
                summary.created(),
                summary.updated(),
                summary.unchanged(),
                summary.deleted(),
                summary.failed(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private BulkSummary store(List<TreeFile> changed, List<String> gone, Diagnostics diagnostics) {
        var brought = new HashMap<String, Seen>();
        changed.forEach(file -> brought.put(file.path().value(), seen(file)));
        var sender = new FolderSender(parts.stores(), brought, gone);
        var written = parts.ingestion().store(new FolderUpload(changed, parts.limits()), MODE, sender, item -> {
            if (item.action() == null) {
                sender.failed(item.path());
                refused.put(item.path(), Objects.requireNonNull(brought.get(item.path())));
            }
            diagnostics.tell(item);
        });
        refused.keySet().removeIf(path -> brought.containsKey(path) && !sender.hasFailed(path));
        parts.revisions().saw(written.revision());
        return written.result();
    }
}
