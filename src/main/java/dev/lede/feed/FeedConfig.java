package dev.lede.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What feeds hold when nobody says otherwise. */
@ConfigMapping(prefix = "lede.feed")
public interface FeedConfig {

    /** How much of an article a feed tells. */
    enum Content {
        /** Its whole body. */
        FULL,
        /** Its summary alone. */
        SUMMARY
    }

    /** How much of each article. */
    @WithDefault("full")
    Content content();

    /** How many articles, from 1 to 100. */
    @WithDefault("20")
    int limit();
}
