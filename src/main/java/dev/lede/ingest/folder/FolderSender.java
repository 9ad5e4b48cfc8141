package dev.lede.ingest.folder;

import dev.lede.article.transaction.ContentWrite;
import dev.lede.database.Session;
import dev.lede.database.Sql;
import dev.lede.ingest.Storing;
import dev.lede.ingest.bulk.Sender;
import dev.lede.ingest.store.Assets;
import dev.lede.ingest.store.FolderFiles;
import dev.lede.ingest.store.FolderFiles.Seen;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The folder that Lede serves: it owns what it brings, deletes what has left it, and leaves alone what is not its own. */
final class FolderSender implements Sender {

    private final Stores stores;
    private final Map<String, Seen> brought;
    private final List<String> gone;
    private final Set<String> failed = new HashSet<>();

    /** What the folder's files are stored with. */
    record Stores(FolderFiles files, Assets assets, Storing storing) {}

    /**
     * @param brought what is new or changed, as it is now
     * @param gone of the folder's files, those that are there no more
     */
    FolderSender(Stores stores, Map<String, Seen> brought, List<String> gone) {
        this.stores = stores;
        this.brought = brought;
        this.gone = List.copyOf(gone);
    }

    /** Notes a file that could not be stored: it is read, and told of, again at the next start. */
    void failed(String path) {
        failed.add(path);
    }

    boolean hasFailed(String path) {
        return failed.contains(path);
    }

    @Override
    public Map<String, String> refused(Session session, List<String> paths) {
        var statement = Sql.of(
                        "select p.path from unnest(?::text[]) p (path) where (exists (select from document d"
                                + " where d.path = p.path) or exists (select from asset x where x.path = p.path)) and",
                        paths)
                .then(stores.files().isNotOwned("p.path"));
        var refused = new HashMap<String, String>();
        session.list(
                statement,
                row -> refused.put(
                        row.getString("path"),
                        "This path was put over HTTP and is left as it is; delete it there if the file is to take its place."));
        return refused;
    }

    @Override
    public Optional<Prune> prune() {
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of(new Prune(Sql.of("d.path = any(?)", gone), "the folder", Integer.MAX_VALUE));
    }

    @Override
    public void end(ContentWrite write) {
        var session = write.session();
        for (var path : stores.assets().delete(session, gone)) {
            write.assetChanged(path);
            stores.storing().deriveAgain(write, stores.assets().wantedBy(session, path));
        }
        stores.files().forget(session, gone);
        var stored = new HashMap<>(brought);
        stored.keySet().removeAll(failed);
        stores.files().remember(session, stored);
    }
}
