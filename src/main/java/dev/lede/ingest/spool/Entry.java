package dev.lede.ingest.spool;

import dev.lede.document.DocumentPath;
import java.io.IOException;

/** One file of an upload. */
public sealed interface Entry {

    /** Its place in the upload, from 0. */
    int ordinal();

    /** As it came, shortened where it is endless. */
    String name();

    /** The PAX record by which an export says what a file is, where its path alone does not: a {@link Kind} in small letters. */
    String KIND = "LEDE.kind";

    /** What the sender says that a file is. */
    enum Kind {
        UNSAID,
        DOCUMENT,
        ASSET
    }

    /** Reads a file when it is wanted. */
    @FunctionalInterface
    interface Source {
        byte[] read() throws IOException;
    }

    /**
     * A file that can be taken.
     *
     * @param size in bytes
     */
    record File(int ordinal, Kind kind, DocumentPath path, long size, Source source) implements Entry {

        @Override
        public String name() {
            return path.value();
        }

        /** All of it, while the entries are not closed. */
        public byte[] bytes() throws IOException {
            return source.read();
        }
    }

    /**
     * One that cannot.
     *
     * @param detail why, as a sentence
     */
    record Refused(int ordinal, String name, String detail) implements Entry {}
}
