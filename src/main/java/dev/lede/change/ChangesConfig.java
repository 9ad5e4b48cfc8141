package dev.lede.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long changes are known. */
@ConfigMapping(prefix = "lede.changes")
public interface ChangesConfig {

    /** How long the log and what tells of deleted articles are kept; who goes on later than that begins again. */
    @WithDefault("90d")
    Duration keep();
}
