package dev.lede.http.manners;

/** Knows how new this server's view of the content is. */
public interface RevisionSource {

    /**
     * The newest content revision known to this node: what is read from now on is at least as new. Called on the event
     * loop before every exchange under {@code /v1}: it must not block.
     */
    long newest();

    /** Takes note of a revision that an answer of this node tells. Called on the event loop: it must not block. */
    void saw(long revision);
}
