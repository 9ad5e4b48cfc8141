package dev.lede.ingest.spool.archive;

import dev.lede.ingest.spool.SpoolWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar, as it is or gzipped. */
public final class TarArchive implements Archive {

    // RFC 1952 §2.3.1
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    @Override
    public void read(InputStream upload, SpoolWriter into) throws IOException {
        var tar = new TarArchiveInputStream(new TarGuard(unzipped(upload)), StandardCharsets.UTF_8.name());
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            // Any 512 bytes look like a header, but for their sum.
            if (!entry.isCheckSumOK()) {
                throw new IOException("no tar header where one has to be");
            }
            if (entry.isDirectory()) {
                into.pass();
            } else if (isFile(entry)) {
                into.add(entry.getName(), tar);
            } else {
                into.refuse(entry.getName(), "This is a link or a device; only files are taken.");
            }
        }
        // What follows the end of the archive is padding, and is read so that the sender can finish.
        upload.transferTo(OutputStream.nullOutputStream());
    }

    // Senders say one and send the other; the first two bytes do not lie.
    private static InputStream unzipped(InputStream upload) throws IOException {
        var again = new PushbackInputStream(upload, GZIP.length);
        var head = again.readNBytes(GZIP.length);
        again.unread(head);
        return Arrays.equals(head, GZIP) ? new GZIPInputStream(again, 1 << 16) : again;
    }

    private static boolean isFile(TarArchiveEntry entry) {
        return entry.isFile()
                && !entry.isLink()
                && !entry.isSymbolicLink()
                && !entry.isCharacterDevice()
                && !entry.isBlockDevice()
                && !entry.isFIFO();
    }
}
