package dev.lede.ingest.spool.archive;

import dev.lede.ingest.spool.Disk;
import dev.lede.ingest.spool.SpoolWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip. What is in it stands at its end, so it is kept on the disk before it is read. */
public final class ZipArchive implements Archive {

    /** What names are in that do not say: .ZIP File Format Specification, appendix D. */
    private static final Charset OLD = Charset.forName("IBM437");

    private final Disk disk;
    private final int mostEntries;

    /**
     * @param disk for the zip as it came
     * @param mostEntries more are not even listed
     */
    public ZipArchive(Disk disk, int mostEntries) {
        this.disk = disk;
        this.mostEntries = mostEntries;
    }

    @Override
    public void read(InputStream upload, SpoolWriter into) throws IOException {
        var raw = disk.file(".zip");
        try {
            try (var out = Disk.write(raw)) {
                upload.transferTo(out);
            }
            if (ZipDirectory.entries(raw, mostEntries + 1L) > mostEntries) {
                // The writer knows what to say of too many.
                for (int i = 0; i <= mostEntries; i++) {
                    into.pass();
                }
            }
            try (var zip = ZipFile.builder().setPath(raw).get()) {
                for (var entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                    read(zip, entry, into);
                }
            }
        } catch (IllegalArgumentException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        } finally {
            Files.deleteIfExists(raw);
        }
    }

    private static void read(ZipFile zip, ZipArchiveEntry entry, SpoolWriter into) throws IOException {
        var name = name(entry);
        if (entry.isDirectory()) {
            into.pass();
        } else if (entry.isUnixSymlink()) {
            into.refuse(name, "This is a link; only files are taken.");
        } else if (!zip.canReadEntryData(entry)) {
            into.refuse(name, "This is encrypted, or packed in a way that is not known.");
        } else {
            try (var content = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
                into.add(name, content);
                if (content.getChecksum().getValue() != entry.getCrc()) {
                    throw new IOException("\"" + name + "\" is damaged: its checksum is another");
                }
            }
        }
    }

    private static String name(ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD) {
            return entry.getName();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(entry.getRawName()))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(entry.getRawName(), OLD);
        }
    }
}
