package dev.lede.ingest.spool;

import dev.lede.document.DocumentPath;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Collects the folders in which an {@code index} document stands. Not thread-safe. */
public final class Bundled {

    private final Set<String> folders = new HashSet<>();

    /** Looks at one more file. */
    public void see(DocumentPath path) {
        if (path.isContent() && path.name().toLowerCase(Locale.ROOT).startsWith("index.")) {
            folders.add(path.value().substring(0, path.value().lastIndexOf('/') + 1));
        }
    }

    /** Each with the slash at its end; empty for the root. */
    public Set<String> folders() {
        return Set.copyOf(folders);
    }
}
