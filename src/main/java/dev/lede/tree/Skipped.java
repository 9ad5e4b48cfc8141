package dev.lede.tree;

import java.nio.file.Path;

/**
 * What lies in a content tree and is left out, though its name would be taken.
 *
 * @param file where it lies
 * @param reason a sentence part: {@code "the link leads out of the folder"}
 */
public record Skipped(Path file, Cause cause, String reason) {

    /** Whether it is out of reach for now, or no content by its nature. */
    public enum Cause {
        /** It may be content, and cannot be read. */
        UNREADABLE,
        /** A link that leads nowhere, out of the folder or back into itself. */
        LINK,
        /** A name that no document or asset can have, or that another file has already. */
        NAME,
        /** A socket, a pipe, a device. */
        NO_FILE
    }
}
