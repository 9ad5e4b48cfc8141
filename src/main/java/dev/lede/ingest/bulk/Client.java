package dev.lede.ingest.bulk;

import dev.lede.article.transaction.ContentWrite;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.ingest.store.FolderFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who sends files over HTTP: what belongs to the folder that Lede serves is left alone.
 *
 * @param scope the folder below which what did not come is deleted, with the slash at its end, empty for everywhere; null
 *     when nothing is deleted
 * @param maxDeletes so many documents at most
 */
public record Client(FolderFiles folder, @Nullable String scope, int maxDeletes) implements Sender {

    @Override
    public Map<String, String> refused(Session session, List<String> paths) {
        var refused = new HashMap<String, String>();
        folder.owned(session, paths).forEach(path -> refused.put(path, FolderFiles.sentence(path)));
        return refused;
    }

    @Override
    public Optional<Prune> prune() {
        if (scope == null) {
            return Optional.empty();
        }
        // Paths are compared by bytes; chr(1114111) is behind all that a path holds.
        var condition = Sql.of(
                        "d.path >= ? and d.path < ? || chr(1114111)"
                                + " and not exists (select from upload_path u where u.path = d.path) and",
                        scope,
                        scope)
                .then(folder.isNotOwned("d.path"));
        return Optional.of(new Prune(condition, scope.isEmpty() ? "/" : scope, maxDeletes));
    }

    @Override
    public void end(ContentWrite write) {
        // Nothing to remember.
    }
}
