package dev.lede.article.transaction;

import dev.lede.database.Session;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * News from inside a write transaction that is about to commit: whoever observes it writes with the same session, and
 * an exception of theirs undoes the whole.
 *
 * @param revision held by the transaction
 * @param changes of articles, in the order in which they were made
 * @param assets the paths of those that came, went or changed
 */
public record ContentChanged(
        Session session, long revision, OffsetDateTime at, List<ArticleChanged> changes, List<String> assets) {}
