package dev.lede.access.limit;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalInt;

/** How often a client may ask; without a number, as often as it likes. */
@ConfigMapping(prefix = "lede.rate-limit")
public interface RateLimitConfig {

    /** Reads a minute, of each key or, without one, of each address. */
    OptionalInt readsPerMinute();

    /** Writes a minute, likewise. */
    OptionalInt writesPerMinute();
}
