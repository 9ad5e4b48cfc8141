package dev.lede.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Files with their paths, in the order in which they were added, to be packed in any way. */
public final class Tree {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Tree() {}

    public static Tree of() {
        return new Tree();
    }

    public Tree with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public Tree with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** A short document with this title. */
    public Tree document(String path, String title) {
        return with(path, "---\ntitle: " + title + "\ndate: 2024-05-06\n---\nText of " + title + ".\n");
    }

    public byte[] tar() {
        return written(out -> {
            try (var tar = new TarArchiveOutputStream(out, "UTF-8")) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                tar.setAddPaxHeadersForNonAsciiNames(true);
                for (var file : files.entrySet()) {
                    var entry = new TarArchiveEntry(file.getKey());
                    entry.setSize(file.getValue().length);
                    tar.putArchiveEntry(entry);
                    tar.write(file.getValue());
                    tar.closeArchiveEntry();
                }
            }
        });
    }

    public byte[] tarGz() {
        return written(out -> {
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(tar());
            }
        });
    }

    public byte[] zip() {
        return written(out -> {
            try (var zip = new ZipOutputStream(out)) {
                for (var file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                }
            }
        });
    }

    /** A form whose parts have the paths as their file names; its boundary is {@code lede}. */
    public byte[] multipart() {
        return written(out -> {
            for (var file : files.entrySet()) {
                out.write(("--lede\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getKey()
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                out.write(file.getValue());
                out.write("\r\n".getBytes(StandardCharsets.UTF_8));
            }
            out.write("--lede--\r\n".getBytes(StandardCharsets.UTF_8));
        });
    }

    private interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    private static byte[] written(Writer writer) {
        var bytes = new ByteArrayOutputStream();
        try {
            writer.writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
