package dev.lede.tree;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What happened to a content tree between two looks.
 *
 * @param written files that are new or have other bytes, in the order of their paths
 * @param created of these, the new ones
 * @param deleted files that are gone, as they were last seen
 * @param skipped what is left out and was not before
 */
public record TreeChanges(
        List<TreeFile> written, List<TreeFile> created, List<TreeFile> deleted, List<Skipped> skipped) {

    static final TreeChanges NONE = new TreeChanges(List.of(), List.of(), List.of(), List.of());

    public TreeChanges {
        written = sorted(written);
        created = sorted(created);
        deleted = sorted(deleted);
        skipped = List.copyOf(skipped);
    }

    static TreeChanges of(List<TreeChanges> parts) {
        return new TreeChanges(
                all(parts, TreeChanges::written),
                all(parts, TreeChanges::created),
                all(parts, TreeChanges::deleted),
                all(parts, TreeChanges::skipped));
    }

    private static <T> List<T> all(List<TreeChanges> parts, Function<TreeChanges, List<T>> which) {
        return parts.stream().map(which).flatMap(List::stream).toList();
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return written.isEmpty() && deleted.isEmpty() && skipped.isEmpty();
    }

    private static List<TreeFile> sorted(List<TreeFile> files) {
        return files.stream()
                .sorted(Comparator.comparing(file -> file.path().value()))
                .toList();
    }
}
