package dev.lede.cli.importing;

import dev.lede.cli.http.Patience;
import dev.lede.cli.http.Refusal;
import dev.lede.cli.http.Server;
import dev.lede.cli.http.Server.Call;
import dev.lede.cli.importing.ImportSettings.Pruning;
import dev.lede.cli.outcome.CommandFailed;
import dev.lede.document.DocumentPath;
import dev.lede.tree.TreeFile;
import java.util.List;

/** Deletes in Lede what was deleted in a watched folder, one by one. */
final class Deletions {

    /** As many as a bulk call deletes unless told otherwise. */
    private static final long USUAL_MOST = 100;

    private static final int NOT_FOUND = 404;

    private final Server server;
    private final String into;
    private final Pruning pruning;
    private final Patience patience;

    Deletions(Server server, String into, Pruning pruning, Patience patience) {
        this.server = server;
        this.into = into;
        this.pruning = pruning;
        this.patience = patience;
    }

    /**
     * Deletes what lies in the scope.
     *
     * @return how many documents and assets there were
     * @throws CommandFailed when there would be too many: an unmounted disk looks like that
     */
    int run(List<TreeFile> files) throws CommandFailed, InterruptedException {
        var scope = pruning.scope().filter(folder -> !folder.equals("/")).orElse("");
        var paths = files.stream()
                .map(file -> DocumentPath.parse(into + file.path()))
                .filter(path -> path.value().startsWith(scope))
                .toList();
        var most = pruning.maxDeletes().orElse(USUAL_MOST);
        if (paths.size() > most) {
            throw CommandFailed.refused(paths.size() + " files are gone at once, and --max-deletes allows " + most
                    + ": none was deleted in Lede. Import once with a higher one if that is meant.");
        }
        var deleted = 0;
        for (var path : paths) {
            var kind = path.isContent() ? "documents/" : "assets/";
            deleted += delete("/v1/" + kind + path.encoded()) ? 1 : 0;
        }
        return deleted;
    }

    private boolean delete(String address) throws CommandFailed, InterruptedException {
        try {
            patience.with(() -> server.ask(new Call("DELETE", address)));
            return true;
        } catch (Refusal refusal) {
            if (refusal.status() == NOT_FOUND) {
                return false;
            }
            throw refusal;
        }
    }
}
