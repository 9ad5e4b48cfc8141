package dev.lede.thumbnail.fetch;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether and how pictures are fetched from where front matter says they are. */
@ConfigMapping(prefix = "lede.thumbnail")
public interface FetchConfig {

    /** {@code on}, {@code off}, or hosts as {@link FetchPolicy#of} reads them. */
    @WithDefault("on")
    String fetch();

    /** Whether addresses of one's own networks and of this machine may be fetched too. */
    @WithDefault("false")
    boolean allowPrivate();

    /** For one picture: names, redirects and all. */
    @WithDefault("10s")
    Duration timeout();

    /** The largest picture that is taken. */
    @WithDefault("25M")
    MemorySize maxBytes();

    /** Who asks; some hosts want to find there how to reach who runs it. */
    @WithDefault("Lede/${quarkus.application.version:0} (pictures of articles)")
    String userAgent();
}
