package dev.lede.tree;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Watches a content tree: the events of its folders say where to look, and what is told is what a look finds to differ
 * from the look before. So renames, new folders, lost events and file systems without any come out the same way. For
 * one thread.
 */
public final class TreeWatch implements AutoCloseable {

    /** More places than this are looked at together, from the root. */
    private static final int MOST_PLACES = 1_000;

    private final ContentTree tree;
    private final WatchService events;
    private final Map<WatchKey, Set<Path>> folders = new HashMap<>();
    private final Set<Path> places = new TreeSet<>();
    private final Listing first;
    private final KnownFiles known;
    private Pace pace;
    private long nextRescan;

    private TreeWatch(ContentTree tree, WatchService events, Pace pace) throws IOException {
        this.tree = tree;
        this.events = events;
        this.pace = pace;
        this.first = lookAt(tree.root());
        this.known = new KnownFiles(first);
    }

    /**
     * Begins to watch.
     *
     * @throws IOException when the root cannot be listed, or the system does not let anything be watched
     */
    public static TreeWatch of(ContentTree tree) throws IOException {
        return of(tree, Pace.USUAL);
    }

    static TreeWatch of(ContentTree tree, Pace pace) throws IOException {
        var events = tree.root().getFileSystem().newWatchService();
        try {
            return new TreeWatch(tree, events, pace);
        } catch (IOException | RuntimeException failure) {
            events.close();
            throw failure;
        }
    }

    /** What was there when the watch began; everything told later comes on top of it. */
    public Listing first() {
        return first;
    }

    /**
     * Waits until something has changed and it is quiet again for 200 ms.
     *
     * @param longest how long to wait at most, without the gathering
     * @return nothing when nothing changed
     * @throws NoSuchFileException when the root itself is gone
     */
    public TreeChanges await(Duration longest) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + longest.toNanos();
        var changes = TreeChanges.NONE;
        while (changes.isEmpty() && System.nanoTime() - deadline < 0) {
            var patience = Math.min(deadline, nextRescan) - System.nanoTime();
            var event = events.poll(Math.max(patience, 1), TimeUnit.NANOSECONDS);
            if (event != null) {
                gather(event);
            } else if (System.nanoTime() - nextRescan >= 0) {
                places.add(tree.root());
            }
            changes = look();
        }
        return changes;
    }

    private void gather(WatchKey begun) throws InterruptedException {
        var deadline = System.nanoTime() + pace.longest().toNanos();
        WatchKey event = begun;
        while (event != null) {
            note(event);
            event = System.nanoTime() - deadline < 0 ? events.poll(pace.quiet().toNanos(), TimeUnit.NANOSECONDS) : null;
        }
    }

    private void note(WatchKey key) {
        var watched = folders.getOrDefault(key, Set.of());
        for (var event : key.pollEvents()) {
            if (event.kind() == OVERFLOW) {
                places.add(tree.root());
            } else if (event.context() instanceof Path name && !ContentTree.ignores(name.toString())) {
                watched.forEach(folder -> places.add(folder.resolve(name)));
            }
        }
        if (!key.reset()) {
            places.addAll(watched);
            folders.remove(key);
        }
        if (places.size() > MOST_PLACES) {
            places.clear();
            places.add(tree.root());
        }
    }

    private TreeChanges look() throws IOException {
        // Where the whole folder is gone, moved or unmounted, its files are not deleted.
        if (!places.isEmpty() && !Files.isDirectory(tree.root())) {
            throw new NoSuchFileException(tree.root().toString());
        }
        var told = new ArrayList<TreeChanges>();
        for (var place : outermost()) {
            var seen = lookAt(place);
            told.add(known.see(tree.relative(place), seen));
        }
        places.clear();
        return TreeChanges.of(told);
    }

    /** Without those that lie in another one. */
    private List<Path> outermost() {
        var outermost = new ArrayList<Path>();
        for (var place : places) {
            // Sorted: whatever lies in a folder comes behind it.
            if (outermost.stream().noneMatch(place::startsWith)) {
                outermost.add(place);
            }
        }
        return outermost;
    }

    private Listing lookAt(Path place) throws IOException {
        var began = System.nanoTime();
        var seen = new TreeWalk(tree, this::watch).from(place);
        if (place.equals(tree.root())) {
            var took = Duration.ofNanos(System.nanoTime() - began);
            nextRescan = System.nanoTime() + pace.untilRescan(took).toNanos();
        }
        return seen;
    }

    private void watch(Path folder) {
        try {
            var key = folder.register(events, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
            // A folder that is reached in two ways, through a link too, has one key.
            folders.computeIfAbsent(key, unknown -> new HashSet<>()).add(folder);
        } catch (NoSuchFileException gone) {
            // The walk finds that out too.
        } catch (IOException noMoreWatches) {
            pace = pace.withoutEvents();
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
