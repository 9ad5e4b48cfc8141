package dev.lede.http.pacing;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalInt;

/** How many reads are worked on at once. */
@ConfigMapping(prefix = "lede.reads")
public interface PacingConfig {

    /**
     * As long as they are quick, and not answered from memory; 0 for as many as come. If it is not said: one more than there
     * are processors where the database is on this machine, and 0 where it is not.
     */
    OptionalInt atOnce();
}
