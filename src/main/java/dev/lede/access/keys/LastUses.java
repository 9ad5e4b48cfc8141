package dev.lede.access.keys;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers when keys were used, and writes it down once a minute: no request waits for that. Thread-safe. */
@ApplicationScoped
class LastUses {

    /** Of keys that exist alone, so it is bounded by their number. */
    private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();

    private final Keys keys;

    LastUses(Keys keys) {
        this.keys = keys;
    }

    void note(String id, Instant moment) {
        // As fine as the database keeps it: a list shows the same before and after it is written.
        unwritten.put(id, moment.truncatedTo(ChronoUnit.MICROS));
    }

    /** The last use of this key that is not written yet. */
    @Nullable
    Instant of(String id) {
        return unwritten.get(id);
    }

    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        var uses = Map.copyOf(unwritten);
        if (uses.isEmpty()) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> uses.forEach(keys::used));
        // What was used again meanwhile has another moment, and stays.
        uses.forEach(unwritten::remove);
    }

    void stop(@Observes ShutdownEvent end) {
        write();
    }
}
