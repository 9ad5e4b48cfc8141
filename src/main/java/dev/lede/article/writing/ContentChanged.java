package dev.lede.article.writing;

import dev.lede.database.Session;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * News from inside a write transaction that is about to commit: whoever observes it writes with the same session, and
 * an exception of theirs undoes the whole.
 *
 * @param revision held by the transaction
 * @param changes in the order in which they were made
 */
public record ContentChanged(Session session, long revision, OffsetDateTime at, List<ArticleChanged> changes) {}
