package dev.lede.operation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where Lede keeps what it owns, and how it speaks of what it does. */
@ConfigMapping(prefix = "lede")
interface OperationConfig {

    /** The folder of the embedded database and of the first key; relative to the working directory. */
    Path dataDir();

    Log log();

    /** The log on the console. */
    interface Log {
        /** One JSON object a line for those who collect logs. */
        @WithDefault("false")
        boolean json();
    }
}
