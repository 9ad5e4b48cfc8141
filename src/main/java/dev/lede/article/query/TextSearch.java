package dev.lede.article.query;

import dev.lede.database.Session;

/** Full-text search as lists use it; how it is done is another feature's. Thread-safe. */
public interface TextSearch {

    /**
     * What the text of a query finds.
     *
     * @param session of a {@link dev.lede.database.Snapshot}, so that the list sees what the search saw
     * @param query with a text
     */
    Matches find(Session session, ArticleQuery query);
}
