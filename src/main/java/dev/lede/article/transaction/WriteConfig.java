package dev.lede.article.transaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How writes behave. */
@ConfigMapping(prefix = "lede.write")
public interface WriteConfig {

    /** How long a write waits for another one that holds the same path before it is told to come back. */
    @WithDefault("2s")
    Duration lockTimeout();
}
