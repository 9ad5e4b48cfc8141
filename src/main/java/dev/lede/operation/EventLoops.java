package dev.lede.operation;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * How many threads read requests and write answers, unless the configuration says: half of the processors, as the
 * database, what derives and looks up, and whoever else is on the machine take the others. With one for each, two that are
 * busy hinder each other.
 */
public final class EventLoops implements SmallRyeConfigBuilderCustomizer {

    static final String PROPERTY = "quarkus.vertx.event-loops-pool-size";

    /** For the loader of services. */
    public EventLoops() {}

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        builder.withDefaultValue(
                PROPERTY, Integer.toString(of(Runtime.getRuntime().availableProcessors())));
    }

    static int of(int processors) {
        return Math.max(1, processors / 2);
    }
}
