package dev.lede.ingest.spool.archive;

import dev.lede.ingest.spool.SpoolWriter;
import java.io.IOException;
import java.io.InputStream;

/** A form in which many files come. Implementations are stateless. */
@FunctionalInterface
public interface Archive {

    /**
     * Reads an upload file by file, as it arrives.
     *
     * @throws IOException when it is not of this form, or ends too early
     */
    void read(InputStream upload, SpoolWriter into) throws IOException;
}
