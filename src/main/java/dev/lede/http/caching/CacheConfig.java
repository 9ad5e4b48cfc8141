package dev.lede.http.caching;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of public reads is kept here, and how long they may be kept by others. */
@ConfigMapping(prefix = "lede.cache")
public interface CacheConfig {

    /** What the answers kept in memory may take; 0 for none. */
    @WithDefault("64M")
    MemorySize size();

    /** By a browser, without asking again. */
    @WithDefault("0s")
    Duration maxAge();

    /** By a shared cache, without asking again. */
    @WithDefault("60s")
    Duration sharedMaxAge();

    /** By a content delivery network, while it asks again. */
    @WithDefault("600s")
    Duration staleWhileRevalidate();
}
