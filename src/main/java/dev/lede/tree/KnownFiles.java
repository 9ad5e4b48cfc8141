package dev.lede.tree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A content tree as it was last seen, and how it differs from what is seen now. Not thread-safe. */
final class KnownFiles {

    private final TreeMap<String, TreeFile> files = new TreeMap<>();
    private final Set<Skipped> skipped = new HashSet<>();

    KnownFiles(Listing listing) {
        listing.files().forEach(file -> files.put(file.path().value(), file));
        skipped.addAll(listing.skipped());
    }

    /**
     * Takes over what was just seen of a part of the tree, and answers what is new about it.
     *
     * @param part the part's path below the root; empty for all of it
     */
    TreeChanges see(String part, Listing seen) {
        var written = new ArrayList<TreeFile>();
        var created = new ArrayList<TreeFile>();
        Map<String, TreeFile> before = new HashMap<>(below(part));
        for (var file : seen.files()) {
            var earlier = before.remove(file.path().value());
            if (earlier == null || !file.looksLike(earlier)) {
                written.add(file);
                files.put(file.path().value(), file);
            }
            if (earlier == null) {
                created.add(file);
            }
        }
        var deleted = new ArrayList<>(before.values());
        deleted.removeIf(file -> isHidden(file.file(), seen));
        deleted.forEach(file -> files.remove(file.path().value()));
        return new TreeChanges(written, created, deleted, freshlySkipped(part, seen));
    }

    private Map<String, TreeFile> below(String part) {
        if (part.isEmpty()) {
            return files;
        }
        // '0' is the character behind '/'.
        var below = new HashMap<>(files.subMap(part + "/", part + "0"));
        var itself = files.get(part);
        if (itself != null) {
            below.put(part, itself);
        }
        return below;
    }

    /** What lies where nothing can be read just now is not known to be gone. */
    private static boolean isHidden(Path file, Listing seen) {
        return seen.skipped().stream()
                .anyMatch(skip -> skip.cause() == Skipped.Cause.UNREADABLE && file.startsWith(skip.file()));
    }

    private List<Skipped> freshlySkipped(String part, Listing seen) {
        if (part.isEmpty()) {
            skipped.retainAll(new HashSet<>(seen.skipped()));
        }
        return seen.skipped().stream().filter(skipped::add).toList();
    }
}
