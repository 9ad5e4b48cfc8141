package dev.lede.http.manners;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Which scripts of other origins may read. */
@ConfigMapping(prefix = "lede.cors")
public interface CorsConfig {

    /** Whether any may. */
    @WithDefault("true")
    boolean enabled();

    /** The origins whose scripts may, such as {@code https://example.org}; {@code *} for all. */
    @WithDefault("*")
    List<String> origins();

    /** With which methods. */
    @WithDefault("GET,HEAD")
    List<String> methods();
}
