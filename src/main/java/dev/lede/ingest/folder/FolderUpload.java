package dev.lede.ingest.folder;

import dev.lede.ingest.spool.Bundled;
import dev.lede.ingest.spool.Entries;
import dev.lede.ingest.spool.Entry;
import dev.lede.ingest.spool.Upload;
import dev.lede.tree.TreeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Files of a folder as an upload: read from where they lie, when they are wanted. */
final class FolderUpload implements Upload {

    private final List<TreeFile> files;
    private final Limits limits;
    private final Set<String> bundles;

    /** In bytes. */
    record Limits(long document, long asset) {}

    FolderUpload(List<TreeFile> files, Limits limits) {
        this.files = List.copyOf(files);
        this.limits = limits;
        var bundled = new Bundled();
        files.forEach(file -> bundled.see(file.path()));
        this.bundles = bundled.folders();
    }

    @Override
    public int size() {
        return files.size();
    }

    @Override
    public Set<String> bundles() {
        return bundles;
    }

    @Override
    public Entries read() {
        return new Cursor();
    }

    private final class Cursor implements Entries {

        private int ordinal;

        @Override
        public Optional<Entry> next() {
            return ordinal == files.size() ? Optional.empty() : Optional.of(entry(ordinal, files.get(ordinal++)));
        }

        private Entry entry(int place, TreeFile file) {
            var path = file.path();
            var limit = path.isContent() ? limits.document() : limits.asset();
            return file.size() > limit
                    ? new Entry.Refused(
                            place,
                            path.value(),
                            String.format(Locale.ROOT, "A file like this may have %,d bytes.", limit))
                    : new Entry.File(place, Entry.Kind.UNSAID, path, file.size(), () -> bytes(file, limit));
        }

        // It may have grown since it was listed.
        private byte[] bytes(TreeFile file, long limit) throws IOException {
            try (var in = Files.newInputStream(file.file())) {
                return in.readNBytes((int) limit);
            }
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
