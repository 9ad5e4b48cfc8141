package dev.lede.ingest.spool.archive;

import dev.lede.ingest.spool.Entry;
import dev.lede.ingest.spool.SpoolWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar, as it is or gzipped. */
public final class TarArchive implements Archive {

    @Override
    public void read(InputStream upload, SpoolWriter into) throws IOException {
        // Senders say one and send the other; the first two bytes do not lie.
        var again = new PushbackInputStream(upload, 2);
        var head = again.readNBytes(2);
        again.unread(head);
        if (GzipMembers.begins(head)) {
            try (var unzipped = new GzipMembers(again)) {
                readTar(unzipped, into);
            }
        } else {
            readTar(again, into);
        }
    }

    private static void readTar(InputStream upload, SpoolWriter into) throws IOException {
        var guard = new TarGuard(upload);
        // Names are taken byte by byte, as the reader would put question marks for what it does not understand.
        var tar = new TarArchiveInputStream(guard, StandardCharsets.ISO_8859_1.name());
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            // Any 512 bytes look like a header, but for their sum.
            if (!entry.isCheckSumOK()) {
                throw new IOException("no tar header where one has to be");
            }
            if (entry.isDirectory()) {
                into.pass();
            } else if (isFile(entry)) {
                into.add(name(entry, guard), kind(entry), tar);
            } else {
                into.refuse(name(entry, guard), "This is a link or a device; only files are taken.");
            }
        }
    }

    // Records are UTF-8 in any case; elsewhere the bytes may be of any encoding, and what is no UTF-8 is refused by its
    // U+FFFD.
    private static String name(TarArchiveEntry entry, TarGuard guard) {
        return guard.isNamedByRecords()
                ? entry.getName()
                : new String(entry.getName().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static Entry.Kind kind(TarArchiveEntry entry) {
        return Stream.of(Entry.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(entry.getExtraPaxHeader(Entry.KIND)))
                .findFirst()
                .orElse(Entry.Kind.UNSAID);
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
