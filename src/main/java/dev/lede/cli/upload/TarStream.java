package dev.lede.cli.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Files as a gzipped tar that comes into being while it is read: no more of it is in memory than a piece of a file. For one
 * thread.
 */
final class TarStream extends InputStream {

    /** Smaller files are read at once, so that what an editor does meanwhile cannot tear them. */
    private static final int SMALL = 1024 * 1024;

    private static final int CHUNK = 64 * 1024;

    private final Iterator<Outgoing> files;
    private final Sending sending;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream(2 * CHUNK);
    private final TarArchiveOutputStream tar;
    private final byte[] chunk = new byte[CHUNK];
    private byte[] ready = new byte[0];
    private int taken;
    private boolean finished;
    private @Nullable InputStream open;
    private @Nullable Outgoing current;
    private long left;

    /** What is told while files are sent. */
    interface Sending {
        /** So many bytes of files more have been read. */
        void read(long bytes);

        /**
         * A file cannot be sent.
         *
         * @throws IOException when nothing is to be sent without it
         */
        void unsent(Outgoing file, IOException reason) throws IOException;
    }

    TarStream(List<Outgoing> files, Sending sending) throws IOException {
        this.files = files.iterator();
        this.sending = sending;
        this.tar = new TarArchiveOutputStream(new FastGzip(made), StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        while (taken == ready.length) {
            if (finished) {
                return -1;
            }
            step();
            ready = made.toByteArray();
            made.reset();
            taken = 0;
        }
        var some = Math.min(length, ready.length - taken);
        System.arraycopy(ready, taken, buffer, offset, some);
        taken += some;
        return some;
    }

    private void step() throws IOException {
        if (open != null && current != null) {
            go(open, current);
        } else if (files.hasNext()) {
            begin(files.next());
        } else {
            tar.close();
            finished = true;
        }
    }

    private void begin(Outgoing next) throws IOException {
        try {
            if (next.file().size() > SMALL) {
                open = Files.newInputStream(next.file().file());
                current = next;
                left = Files.size(next.file().file());
                enter(next, left);
                return;
            }
            var bytes = Files.readAllBytes(next.file().file());
            enter(next, bytes.length);
            tar.write(bytes);
            tar.closeArchiveEntry();
            sending.read(bytes.length);
        } catch (NoSuchFileException | AccessDeniedException unreadable) {
            sending.unsent(next, unreadable);
        }
    }

    private void enter(Outgoing file, long size) throws IOException {
        var entry = new TarArchiveEntry(file.path());
        entry.setSize(size);
        entry.setModTime(file.file().modified());
        tar.putArchiveEntry(entry);
    }

    private void go(InputStream in, Outgoing file) throws IOException {
        var read = in.read(chunk, 0, (int) Math.min(chunk.length, left));
        if (read < 0) {
            throw new IOException(file.file().file() + " became shorter while it was sent");
        }
        tar.write(chunk, 0, read);
        sending.read(read);
        left -= read;
        if (left == 0) {
            tar.closeArchiveEntry();
            in.close();
            open = null;
        }
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
    }
}
