package dev.lede.thumbnail;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** In which sizes pictures are served, and what that may cost. */
@ConfigMapping(prefix = "lede.thumbnail")
public interface ThumbnailConfig {

    /** The widths that pictures are served in, in pixels. */
    @WithDefault("160,320,640,960,1280")
    List<Integer> widths();

    /** Crops by name, such as {@code 400x400}. */
    Map<String, String> presets();

    /** How many pictures are fetched at once; decoded are half as many as there are processors. None: by other nodes. */
    @WithDefault("4")
    int workers();

    /** How many pictures are brought into another size at once, for those who wait for them. */
    @WithDefault("2")
    int renderers();

    /** How much of what was asked for lately is held in memory. */
    @WithDefault("32M")
    MemorySize cache();

    /** How long a picture that no article shows is kept. At least an hour. */
    @WithDefault("1d")
    Duration grace();
}
