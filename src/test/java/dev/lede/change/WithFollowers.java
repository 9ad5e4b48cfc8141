package dev.lede.change;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Receivers on this machine, and little patience with everybody. */
public final class WithFollowers implements QuarkusTestProfile {

    /** {@code -Dlisteners=N} takes longer. */
    public static final int LISTENERS = Integer.getInteger("listeners", 200);

    /** What a webhook may have waiting. */
    public static final int PENDING = 20;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lede.webhooks.allow-private", "true",
                "lede.webhooks.timeout", "2s",
                "lede.webhooks.first-pause", "100ms",
                "lede.webhooks.retry-for", "20s",
                "lede.webhooks.pending", Integer.toString(PENDING),
                "lede.events.heartbeat", "1s",
                "lede.events.patience", "1s",
                "lede.events.clients", Integer.toString(LISTENERS + 10));
    }
}
