package dev.lede.ingest.spool;

import dev.lede.document.DocumentPath;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The files of an upload on the disk. Deleted when it is closed, which may be done more than once. Not thread-safe. */
public final class Spool implements Upload, Closeable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final int size;
    private final Set<String> bundles;

    Spool(Path file, int size, Set<String> bundles) {
        this.file = file;
        this.size = size;
        this.bundles = bundles;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Set<String> bundles() {
        return bundles;
    }

    @Override
    public Entries read() throws IOException {
        return new Cursor(new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER)), size);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static final class Cursor implements Entries {

        private final DataInputStream in;
        private final int size;
        private int ordinal;

        /** Of the content of the last entry. */
        private int unread;

        Cursor(DataInputStream in, int size) {
            this.in = in;
            this.size = size;
        }

        @Override
        public Optional<Entry> next() throws IOException {
            if (ordinal == size) {
                return Optional.empty();
            }
            in.skipNBytes(unread);
            unread = 0;
            var kind = in.readByte();
            var name = in.readUTF();
            var entry = kind == SpoolWriter.FILE
                    ? file(Entry.Kind.valueOf(in.readUTF()), name)
                    : new Entry.Refused(ordinal, name, in.readUTF());
            ordinal++;
            return Optional.of(entry);
        }

        private Entry file(Entry.Kind kind, String path) throws IOException {
            unread = in.readInt();
            return new Entry.File(ordinal, kind, DocumentPath.parse(path), unread, this::content);
        }

        private byte[] content() throws IOException {
            var bytes = new byte[unread];
            unread = 0;
            try {
                in.readFully(bytes);
            } catch (EOFException shortened) {
                throw new IOException("An upload on the disk has become shorter", shortened);
            }
            return bytes;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
