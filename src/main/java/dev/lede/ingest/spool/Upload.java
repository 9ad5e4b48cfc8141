package dev.lede.ingest.spool;

import java.io.IOException;
import java.util.Set;

/** Many files that come together. */
public interface Upload {

    /** How many there are. */
    int size();

    /** The folders, with the slash at their end, in which an {@code index} document stands. */
    Set<String> bundles();

    /** All files from the first one; to be had as often as one likes. */
    Entries read() throws IOException;
}
