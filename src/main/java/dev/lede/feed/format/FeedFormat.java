package dev.lede.feed.format;

import dev.lede.article.query.FeedLinks;

/** A form in which a feed is written. Thread-safe. */
public interface FeedFormat {

    /** Where it stands and what it is called. */
    FeedLinks.Form form();

    /** The media type with its parameters. */
    String mediaType();

    /** The feed in this form, in UTF-8. */
    byte[] written(Feed feed);
}
