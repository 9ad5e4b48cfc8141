package dev.lede.http.manners;

/** Knows how new this server's view of the content is. A bean implements it; without one, answers do not tell. */
public interface RevisionSource {

    /**
     * The newest content revision known to this node, for answers that say nothing of their own. Called on the event
     * loop for every answer under {@code /v1}: it must not block.
     */
    long newest();
}
