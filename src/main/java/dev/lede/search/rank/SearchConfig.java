package dev.lede.search.rank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a search may cost. */
@ConfigMapping(prefix = "lede.search")
public interface SearchConfig {

    /** How long one of its statements may take before the search is given up. */
    @WithDefault("5s")
    Duration timeout();

    /** How many articles are looked into to find the best; the others come after them, newest first. */
    @WithDefault("300")
    int scored();
}
