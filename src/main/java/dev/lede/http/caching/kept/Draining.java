package dev.lede.http.caching.kept;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Knows when this process was told to end: from then on every answer has to go the way on which the framework counts what
 * is under way, and asks clients to connect elsewhere. Thread-safe.
 */
@Singleton
final class Draining {

    private final Thread hook = new Thread(this::begin, "draining");
    private volatile boolean begun;

    void start(@Observes StartupEvent started) {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void stop(@Observes ShutdownEvent stopping) {
        begin();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException running) {
            // Then it is over with it anyway.
            return;
        }
    }

    private void begin() {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }
}
