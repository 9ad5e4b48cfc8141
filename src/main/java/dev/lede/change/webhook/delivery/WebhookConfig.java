package dev.lede.change.webhook.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How other servers are told of changes. */
@ConfigMapping(prefix = "lede.webhooks")
public interface WebhookConfig {

    /** Whether addresses of one's own networks and of this machine may be told too. */
    @WithDefault("false")
    boolean allowPrivate();

    /** How long one delivery may take. */
    @WithDefault("10s")
    Duration timeout();

    /** How many are under way at once, on each node. */
    @WithDefault("8")
    int workers();

    /** How many changes one webhook may have waiting; what else it is to be told stays in the log until then. */
    @WithDefault("1000")
    int pending();

    /** After a failure it is tried again, so soon at first and each time three times later. */
    @WithDefault("5s")
    Duration firstPause();

    /** How long it is tried before it is given up, from its first try on. */
    @WithDefault("1d")
    Duration retryFor();

    /** How long the log of deliveries is kept. */
    @WithDefault("7d")
    Duration keep();
}
