package dev.lede.article.transaction;

import dev.lede.database.Session;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * News from inside a write transaction: whoever observes it writes with the same session, and an exception of theirs
 * undoes the whole. A transaction that changes much tells it in several pieces, in order.
 *
 * @param batch of the whole transaction; which revision it becomes is known when it commits
 * @param ordinal of the first change, or the first asset where there is no change; the others follow it
 * @param changes of articles, in the order in which they were made
 * @param assets the paths of those that came, went or changed
 */
public record ContentChanged(
        Session session,
        long batch,
        int ordinal,
        OffsetDateTime at,
        Cause cause,
        List<ArticleChanged> changes,
        List<String> assets) {}
