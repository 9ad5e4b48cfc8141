package dev.lede.ingest.spool;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The files of an upload, one after the other. Not thread-safe. */
public interface Entries extends Closeable {

    /** The next one; nothing when there are no more. */
    Optional<Entry> next() throws IOException;
}
