package dev.lede.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.text.Normalizer;

/**
 * A folder of content: documents and what belongs to them. Files and folders whose names begin with {@code .} or {@code #}
 * or end with {@code ~} are no part of it, as they are none of Hugo's. Immutable; every look is a new one.
 */
public final class ContentTree {

    /** More files and folders than this are a mistake, such as {@code /}, or links that multiply. */
    static final int MOST_ENTRIES = 1_000_000;

    private final Path root;
    private final Path realRoot;

    private ContentTree(Path root, Path realRoot) {
        this.root = root;
        this.realRoot = realRoot;
    }

    /**
     * The tree below a folder, which may be a link itself.
     *
     * @throws NoSuchFileException when nothing is there
     * @throws NotDirectoryException when it is no folder
     */
    public static ContentTree of(Path root) throws IOException {
        var real = root.toRealPath();
        if (!Files.isDirectory(real)) {
            throw new NotDirectoryException(root.toString());
        }
        return new ContentTree(root.toString().isEmpty() ? Path.of(".") : root, real);
    }

    /** The folder, as it was named. */
    public Path root() {
        return root;
    }

    Path realRoot() {
        return realRoot;
    }

    /** Where a file of this tree lies below the root, with {@code /} between the segments; empty for the root. */
    String relative(Path file) {
        var path = root.relativize(file).toString();
        return Normalizer.normalize(path.replace(file.getFileSystem().getSeparator(), "/"), Normalizer.Form.NFC);
    }

    /**
     * Looks at everything. Links are followed to files and folders inside the root; those that leave it, lead nowhere or
     * lead back into themselves are skipped, as is what cannot be read, and said so.
     *
     * @throws TreeTooLarge when there are more than a million files and folders
     * @throws IOException when the root itself cannot be listed
     */
    public Listing walk() throws IOException {
        return new TreeWalk(this, folder -> {}).from(root);
    }

    /** Whether files or folders of this name are no part of any content tree. */
    public static boolean ignores(String name) {
        return name.startsWith(".") || name.startsWith("#") || name.endsWith("~");
    }
}
