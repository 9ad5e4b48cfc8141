package dev.lede.cli.export;

import dev.lede.cli.http.Unreachable;
import dev.lede.cli.outcome.CommandFailed;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An archive that was kept while it was read to its end, so that it is known to be whole.
 *
 * @param files in it
 * @param bytes of it, as it is kept
 */
record Download(long files, long bytes) {

    private static final int CHUNK = 64 * 1024;

    /**
     * Copies an archive, and reads it at the same time.
     *
     * @param progress is told how many bytes have come
     * @throws CommandFailed when it breaks off or does not hold together
     */
    static Download copy(InputStream archive, OutputStream copy, LongConsumer progress) throws CommandFailed {
        var tee = new Tee(archive, copy, progress);
        var files = 0L;
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(tee, CHUNK))) {
            while (tar.getNextEntry() != null) {
                files++;
            }
            // The checksum of gzip stands behind the padding of tar.
            tar.transferTo(OutputStream.nullOutputStream());
            tee.transferTo(OutputStream.nullOutputStream());
            copy.flush();
        } catch (KeepFailed failure) {
            throw CommandFailed.refused("The archive cannot be written (" + failure.getMessage() + ").");
        } catch (IOException broken) {
            throw new Unreachable("The export broke off after " + tee.bytes + " bytes (" + broken.getMessage()
                    + "); what came is not kept.");
        }
        return new Download(files, tee.bytes);
    }

    /** This side's fault, not the other's. */
    private static final class KeepFailed extends IOException {
        private static final long serialVersionUID = 1L;

        KeepFailed(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private static final class Tee extends FilterInputStream {

        private final OutputStream copy;
        private final LongConsumer progress;
        private long bytes;

        Tee(InputStream in, OutputStream copy, LongConsumer progress) {
            super(in);
            this.copy = copy;
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            if (read > 0) {
                keep(buffer, offset, read);
                bytes += read;
                progress.accept(bytes);
            }
            return read;
        }

        private void keep(byte[] buffer, int offset, int length) throws KeepFailed {
            try {
                copy.write(buffer, offset, length);
            } catch (IOException failure) {
                throw new KeepFailed(failure);
            }
        }
    }
}
