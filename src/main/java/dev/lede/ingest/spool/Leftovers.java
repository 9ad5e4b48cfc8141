package dev.lede.ingest.spool;

import dev.lede.ingest.derive.IngestConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Deletes what a process that was killed left of its uploads on the disk. */
@ApplicationScoped
class Leftovers {

    /** How the names of all files begin that hold uploads. */
    static final String PREFIX = "lede-upload-";

    // An upload that another process is still at is younger.
    private static final Duration KEPT = Duration.ofDays(1);

    private final IngestConfig config;
    private final Clock clock;

    Leftovers(IngestConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void sweep(@Observes StartupEvent started) {
        var oldest = clock.instant().minus(KEPT);
        try (var files = Files.newDirectoryStream(Spooling.folder(config), PREFIX + "*")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException unreadable) {
            Log.warnf("What is left of old uploads cannot be looked for: %s", unreadable.getMessage());
        }
    }
}
