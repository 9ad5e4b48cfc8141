package dev.lede.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Who gets in, and with what. */
@ConfigMapping(prefix = "lede")
public interface AccessConfig {

    /** An admin key of 16 characters or more, of any text; without it one is made at the first start. */
    Optional<String> adminKey();

    /** Whether reading needs no key. */
    @WithDefault("true")
    boolean publicRead();

    /** The folder that the first key is written to; relative to the working directory. */
    @WithDefault("data")
    Path dataDir();
}
