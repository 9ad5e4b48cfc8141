package dev.lede.ingest.spool;

import dev.lede.document.DocumentPath;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The files of an upload on the disk. Deleted when it is closed, which may be done more than once. Not thread-safe. */
public final class Spool implements Upload, Closeable {

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
        return new Cursor(new RandomAccessFile(file.toFile(), "r"), size);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static final class Cursor implements Entries {

        private final RandomAccessFile file;
        private final int size;
        private int ordinal;
        private long at;

        Cursor(RandomAccessFile file, int size) {
            this.file = file;
            this.size = size;
        }

        @Override
        public Optional<Entry> next() throws IOException {
            if (ordinal == size) {
                return Optional.empty();
            }
            file.seek(at);
            var kind = file.readByte();
            var name = file.readUTF();
            var entry = kind == SpoolWriter.FILE
                    ? file(Entry.Kind.valueOf(file.readUTF()), name)
                    : new Entry.Refused(ordinal, name, file.readUTF());
            if (kind != SpoolWriter.FILE) {
                at = file.getFilePointer();
            }
            ordinal++;
            return Optional.of(entry);
        }

        private Entry file(Entry.Kind kind, String path) throws IOException {
            var length = file.readInt();
            var from = file.getFilePointer();
            at = from + length;
            return new Entry.File(ordinal, kind, DocumentPath.parse(path), length, () -> bytes(from, length));
        }

        private byte[] bytes(long from, int length) throws IOException {
            file.seek(from);
            var bytes = new byte[length];
            try {
                file.readFully(bytes);
            } catch (EOFException shortened) {
                throw new IOException("An upload on the disk has become shorter", shortened);
            }
            return bytes;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
