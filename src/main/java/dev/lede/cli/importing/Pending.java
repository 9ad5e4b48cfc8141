package dev.lede.cli.importing;

import dev.lede.tree.TreeChanges;
import dev.lede.tree.TreeFile;
import java.util.List;
import java.util.TreeMap;

/** What has changed in a watched folder and is not in Lede yet. Bounded by what the folder holds. */
final class Pending {

    private final TreeMap<String, TreeFile> written = new TreeMap<>();
    private final TreeMap<String, TreeFile> deleted = new TreeMap<>();
    private final boolean pruning;
    private boolean everything = true;

    /** At first everything is pending.
     *
     * @param pruning whether deletions matter
     */
    Pending(boolean pruning) {
        this.pruning = pruning;
    }

    void add(TreeChanges changes) {
        for (var file : changes.written()) {
            deleted.remove(file.path().value());
            written.put(file.path().value(), file);
        }
        for (var file : changes.deleted()) {
            written.remove(file.path().value());
            if (pruning) {
                deleted.put(file.path().value(), file);
            }
        }
        // What goes and what comes at once may be the same: only one call with all of it recognises a move.
        everything |=
                pruning && !changes.created().isEmpty() && !changes.deleted().isEmpty();
    }

    boolean isEmpty() {
        return !everything && written.isEmpty() && deleted.isEmpty();
    }

    boolean isEverything() {
        return everything;
    }

    List<TreeFile> written() {
        return List.copyOf(written.values());
    }

    List<TreeFile> deleted() {
        return List.copyOf(deleted.values());
    }

    void clear() {
        everything = false;
        written.clear();
        deleted.clear();
    }
}
