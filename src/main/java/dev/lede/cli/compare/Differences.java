package dev.lede.cli.compare;

import dev.lede.cli.compare.RemoteDocuments.Remote;
import dev.lede.cli.http.Patience;
import dev.lede.cli.http.Server;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.upload.Item;
import dev.lede.cli.upload.Outgoing;
import dev.lede.cli.upload.Report;
import dev.lede.document.DocumentPath;
import dev.lede.tree.FileHash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a folder differs from what a Lede has.
 *
 * @param differing files that Lede has not, or has with other bytes, in the order in which they were given
 * @param unreadable how many files could not be read
 * @param documents what Lede has
 */
public record Differences(List<Outgoing> differing, int unreadable, RemoteDocuments documents) {

    /** Files of these names are documents or assets, as their bytes decide. */
    private static final Set<String> EITHER = Set.of("html", "htm");

    /** Compares; files are hashed only where Lede has something of the same size. */
    public static Differences between(List<Outgoing> files, RemoteDocuments documents, Server server, Report report)
            throws CommandFailed, InterruptedException {
        var assets = new LinkedHashMap<String, String>();
        for (var file : files) {
            var path = DocumentPath.parse(file.path());
            if (!documents.byPath().containsKey(file.path()) && mayBeAsset(path)) {
                assets.put(file.path(), path.encoded());
            }
        }
        report.counting("comparing", files.size());
        var hashes = new RemoteAssets(server, Patience.usual(report::note)).hashes(assets, report::step);
        var differing = new ArrayList<Outgoing>();
        var unreadable = 0;
        for (var file : files) {
            try {
                if (differs(file, documents.byPath(), hashes)) {
                    differing.add(file);
                }
            } catch (IOException failure) {
                unreadable++;
                report.item(Item.unsent(file.path(), "it cannot be read"));
            }
            report.step(assets.containsKey(file.path()) ? 0 : 1);
        }
        return new Differences(differing, unreadable, documents);
    }

    private static boolean mayBeAsset(DocumentPath path) {
        return !path.isContent() || EITHER.contains(path.extension());
    }

    private static boolean differs(Outgoing file, Map<String, Remote> documents, Map<String, String> assets)
            throws IOException {
        var document = documents.get(file.path());
        if (document != null) {
            return document.size() != file.file().size()
                    || !document.hash().equals(FileHash.of(file.file().file()));
        }
        var asset = assets.get(file.path());
        return asset == null || !asset.equals(FileHash.of(file.file().file()));
    }

    /** The documents below a folder that Lede has and these files are not. */
    public List<String> gone(String scope, Set<String> paths) {
        var prefix = scope.equals("/") ? "" : scope;
        return documents.byPath().keySet().stream()
                .filter(path -> path.startsWith(prefix) && !paths.contains(path))
                .toList();
    }
}
