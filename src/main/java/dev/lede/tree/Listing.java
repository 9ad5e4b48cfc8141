package dev.lede.tree;

import java.util.List;

/**
 * What one look at a content tree found.
 *
 * @param files in the order of their paths
 * @param skipped what was left out, in the order in which it was met
 */
public record Listing(List<TreeFile> files, List<Skipped> skipped) {

    public Listing {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }

    /** The size of all files together, in bytes. */
    public long size() {
        return files.stream().mapToLong(TreeFile::size).sum();
    }

    /** Whether everything that may be content was read, so that what is not listed is not there. */
    public boolean isComplete() {
        return skipped.stream().noneMatch(skip -> skip.cause() == Skipped.Cause.UNREADABLE);
    }
}
