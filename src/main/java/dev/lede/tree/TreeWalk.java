package dev.lede.tree;

import dev.lede.document.DocumentPath;
import dev.lede.document.IllegalPathException;
import dev.lede.tree.Skipped.Cause;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One look at a content tree, or at a part of it. Used once, by one thread. */
final class TreeWalk {

    /** Deeper than any path of 1,024 bytes can be worth. */
    private static final int DEEPEST = 200;

    /** Two links in each of thirty folders lead to the last of them in a thousand million ways. */
    private static final int MOST_FOLDER_LINKS = 10_000;

    private static final char UNDECODABLE = '\uFFFD';

    private final ContentTree tree;
    private final Consumer<Path> folders;
    private final TreeMap<String, TreeFile> files = new TreeMap<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Deque<Path> above = new ArrayDeque<>();
    private int looked;
    private int folderLinks;

    /** @param folders is told of each folder before it is listed, so that it can be watched without a gap */
    TreeWalk(ContentTree tree, Consumer<Path> folders) {
        this.tree = tree;
        this.folders = folders;
    }

    /**
     * Looks at a file or folder of the tree and all below; nothing is found where nothing is any more.
     *
     * @param start at or below the root as that was named
     */
    Listing from(Path start) throws IOException {
        if (start.equals(tree.root())) {
            above.push(tree.realRoot());
            list(start);
        } else if (climb(start)) {
            look(start);
        }
        return new Listing(new ArrayList<>(files.values()), skipped);
    }

    /** Notes the folders that a file or folder lies in; false when one of them is gone. */
    private boolean climb(Path start) throws IOException {
        try {
            for (Path at = start.getParent(); at != null && at.startsWith(tree.root()); at = at.getParent()) {
                above.addLast(at.toRealPath());
            }
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private void list(Path folder) throws IOException {
        folders.accept(folder);
        try (var entries = Files.newDirectoryStream(folder, entry -> !ContentTree.ignores(name(entry)))) {
            for (Path entry : entries) {
                look(entry);
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
    }

    private void look(Path entry) throws TreeTooLarge {
        if (++looked > ContentTree.MOST_ENTRIES) {
            throw new TreeTooLarge(tree.root() + " holds more than 1,000,000 files and folders. Is it the right one?");
        }
        try {
            if (Files.isSymbolicLink(entry)) {
                follow(entry);
            } else {
                take(entry, Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            }
        } catch (NoSuchFileException gone) {
            // Between the listing and the look: it is not there.
        } catch (TreeTooLarge tooLarge) {
            throw tooLarge;
        } catch (IOException unreadable) {
            skip(entry, Cause.UNREADABLE, "it cannot be read (" + reason(unreadable) + ")");
        }
    }

    private void follow(Path link) throws IOException {
        Path target;
        try {
            target = link.toRealPath();
        } catch (NoSuchFileException | FileSystemLoopException nowhere) {
            skip(link, Cause.LINK, "the link leads nowhere");
            return;
        } catch (IOException unreachable) {
            // Too many levels of links have no exception of their own.
            skip(link, Cause.LINK, "the link cannot be followed (" + reason(unreachable) + ")");
            return;
        }
        if (!target.startsWith(tree.realRoot())) {
            skip(link, Cause.LINK, "the link leads out of the folder");
        } else if (above.contains(target)) {
            skip(link, Cause.LINK, "the link leads back to a folder that it lies in");
        } else {
            var attributes = Files.readAttributes(target, BasicFileAttributes.class);
            if (attributes.isDirectory() && ++folderLinks > MOST_FOLDER_LINKS) {
                throw new TreeTooLarge(
                        tree.root() + " holds links to folders that hold such links, and so on: more than"
                                + " 10,000 would be followed.");
            }
            take(link, attributes);
        }
    }

    private void take(Path entry, BasicFileAttributes attributes) throws IOException {
        if (attributes.isDirectory()) {
            descend(entry);
        } else if (!attributes.isRegularFile()) {
            skip(entry, Cause.NO_FILE, "it is neither a file nor a folder");
        } else if (!Files.isReadable(entry)) {
            skip(entry, Cause.UNREADABLE, "it cannot be read (permission denied)");
        } else {
            add(entry, attributes);
        }
    }

    private void descend(Path folder) throws IOException {
        if (above.size() >= DEEPEST) {
            skip(folder, Cause.NAME, "it lies more than " + DEEPEST + " folders deep");
            return;
        }
        above.push(folder.toRealPath());
        try {
            list(folder);
        } finally {
            above.pop();
        }
    }

    private void add(Path file, BasicFileAttributes attributes) {
        var relative = tree.relative(file);
        if (relative.indexOf(UNDECODABLE) >= 0) {
            skip(file, Cause.UNREADABLE, "its name cannot be read in this locale; set LC_ALL=C.UTF-8");
            return;
        }
        try {
            var path = DocumentPath.parse(relative);
            var found =
                    new TreeFile(path, file, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
            var earlier = files.putIfAbsent(path.value(), found);
            if (earlier != null) {
                skip(file, Cause.NAME, "its name is that of " + earlier.file() + " in another Unicode form");
            }
        } catch (IllegalPathException illegal) {
            skip(file, Cause.NAME, String.valueOf(illegal.getMessage()));
        }
    }

    private void skip(Path file, Cause cause, String reason) {
        skipped.add(new Skipped(file, cause, reason));
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }

    private static String reason(IOException failure) {
        var message = String.valueOf(failure.getMessage());
        var lastPart = message.substring(message.lastIndexOf(": ") + 1).strip();
        return failure instanceof AccessDeniedException ? "permission denied" : lastPart;
    }
}
