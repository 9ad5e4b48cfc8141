package dev.lede.http.caching;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long public reads may be kept by others. */
@ConfigMapping(prefix = "lede.cache")
public interface CacheConfig {

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
