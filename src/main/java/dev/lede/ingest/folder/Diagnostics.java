package dev.lede.ingest.folder;

import dev.lede.document.Finding;
import dev.lede.ingest.bulk.BulkItem;
import io.quarkus.logging.Log;
import java.nio.file.Path;

/** Tells in the log what is wrong with files, as compilers tell it. Bounded: a broken tree does not flood the log. */
final class Diagnostics {

    private static final int MOST = 200;

    private final Path root;
    private int told;

    Diagnostics(Path root) {
        this.root = root;
    }

    void tell(BulkItem item) {
        for (var finding : item.findings()) {
            if (told++ < MOST) {
                Log.warn(line(item.path(), finding));
            }
        }
    }

    void end() {
        if (told > MOST) {
            Log.warnf("%d more findings are not listed", told - MOST);
        }
    }

    private String line(String path, Finding finding) {
        var place = finding.line() == null
                ? ""
                : finding.line() + ":" + (finding.column() == null ? 1 : finding.column()) + ":";
        var hint = finding.hint() == null ? "" : " (" + finding.hint() + ")";
        return root.resolve(path) + ":" + place + " " + (finding.isError() ? "error" : "warning") + ": "
                + finding.detail() + hint;
    }
}
