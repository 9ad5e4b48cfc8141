package dev.lede.change.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes are pushed. */
@ConfigMapping(prefix = "lede.events")
public interface EventsConfig {

    /** How many may listen to one node at once. */
    @WithDefault("5000")
    int clients();

    /** How often something is sent when nothing happens, so that no proxy takes the connection for dead. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a client may take in nothing of what is there for it. */
    @WithDefault("30s")
    Duration patience();
}
