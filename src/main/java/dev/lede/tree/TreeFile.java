package dev.lede.tree;

import dev.lede.document.DocumentPath;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A regular file of a content tree, as it was when it was looked at.
 *
 * @param path where it lies below the root, NFC
 * @param file where it can be opened, below the root as that was given
 * @param size in bytes
 * @param identity of the file itself, which another file of the same name has not; null where file systems have none
 */
public record TreeFile(
        DocumentPath path,
        Path file,
        long size,
        FileTime modified,
        @Nullable Object identity) {

    /** Whether nothing tells it from an earlier look. Writing twice within the clock's tick with the same size goes unseen. */
    boolean looksLike(TreeFile earlier) {
        return size == earlier.size
                && modified.equals(earlier.modified)
                && file.equals(earlier.file)
                && Objects.equals(identity, earlier.identity);
    }
}
