package dev.lede.ingest.spool;

import dev.lede.document.DocumentPath;
import dev.lede.document.IllegalPathException;
import dev.lede.http.problem.ProblemException;
import dev.lede.ingest.derive.IngestConfig.Limits;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Writes the files of an upload to the disk, one after the other, and keeps to what an upload may have. One file at a
 * time is in memory. Not thread-safe.
 */
public final class SpoolWriter {

    static final byte FILE = 1;
    static final byte REFUSED = 2;

    private static final int LONGEST_NAME = 1_000;

    private final Path file;
    private final DataOutputStream out;
    private final Limits limits;
    private final Quota quota;
    private final Bundled bundles = new Bundled();
    private int size;

    SpoolWriter(Path file, Limits limits, Quota quota) {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Disk.write(file), 1 << 16));
        this.limits = limits;
        this.quota = quota;
    }

    /**
     * Adds a file, or notes why it cannot be taken; ignores it where its name says that it is no content.
     *
     * @param name as it came
     * @param content is read to its end, and left open
     * @throws ProblemException when the whole upload has become too much, or the disk is full
     * @throws IOException when the content cannot be read
     */
    public void add(String name, InputStream content) throws IOException {
        add(name, Entry.Kind.UNSAID, content);
    }

    /** The same with a file of which is said what it is; what the path of no document can be stays an asset. */
    public void add(String name, Entry.Kind kind, InputStream content) throws IOException {
        quota.entry();
        var counted = quota.unpacked(content);
        var normal = Names.normal(name);
        if (!Names.isIgnored(normal)) {
            try {
                keep(Names.path(normal), name, kind, counted);
            } catch (IllegalPathException | IllegalNameException illegal) {
                note(name, "No file can have this name: " + illegal.getMessage() + ".");
            }
        }
        counted.transferTo(OutputStream.nullOutputStream());
    }

    private void keep(DocumentPath path, String name, Entry.Kind said, InputStream content) throws IOException {
        var kind = path.isContent() ? said : Entry.Kind.UNSAID;
        var isDocument = path.isContent() && kind != Entry.Kind.ASSET;
        var limit = (isDocument ? limits.document() : limits.asset()).asLongValue();
        var bytes = content.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > limit) {
            note(name, tooLarge(isDocument, limit));
        } else {
            write(path, kind, bytes);
        }
    }

    private static String tooLarge(boolean isDocument, long limit) {
        return String.format(
                Locale.ROOT,
                isDocument
                        ? "A document may have %,d bytes (lede.limits.document)."
                        : "An asset may have %,d bytes (lede.limits.asset).",
                limit);
    }

    /** Notes a file that cannot be taken, for a reason of its own; its content is counted no more. */
    public void refuse(String name, String detail) throws IOException {
        quota.entry();
        if (!Names.isIgnored(Names.normal(name))) {
            note(name, detail);
        }
    }

    /** Counts what is no file, such as a folder. */
    public void pass() {
        quota.entry();
    }

    private void note(String name, String detail) throws IOException {
        out.writeByte(REFUSED);
        out.writeUTF(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
        out.writeUTF(detail);
        size++;
    }

    private void write(DocumentPath path, Entry.Kind kind, byte[] bytes) throws IOException {
        if (kind != Entry.Kind.ASSET) {
            bundles.see(path);
        }
        out.writeByte(FILE);
        out.writeUTF(path.value());
        out.writeUTF(kind.name());
        out.writeInt(bytes.length);
        out.write(bytes);
        size++;
    }

    /** Nothing comes any more. */
    Spool complete() throws IOException {
        out.close();
        return new Spool(file, size, bundles.folders());
    }

    /** Gives up. */
    void discard() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** What the names of files mean. */
    private static final class Names {

        /** As the path it stands for, where it says the same in more words. */
        static String normal(String name) {
            var normal = name.replaceAll("/{2,}", "/");
            while (normal.startsWith("./")) {
                normal = normal.substring(2);
            }
            return normal;
        }

        /** Nothing of what versioning, editors and file managers leave is content. */
        static boolean isIgnored(String name) {
            return Arrays.stream(name.split("/"))
                    .filter(segment -> !segment.equals("..") && !segment.equals("."))
                    .anyMatch(segment -> segment.startsWith(".")
                            || segment.startsWith("#")
                            || segment.endsWith("~")
                            || segment.equals("__MACOSX"));
        }

        static DocumentPath path(String name) {
            if (name.indexOf('\uFFFD') >= 0) {
                // What could not be decoded.
                throw new IllegalNameException("its bytes are no UTF-8");
            }
            return DocumentPath.parse(name);
        }
    }

    private static final class IllegalNameException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        IllegalNameException(String rule) {
            super(rule, null, false, false);
        }
    }
}
