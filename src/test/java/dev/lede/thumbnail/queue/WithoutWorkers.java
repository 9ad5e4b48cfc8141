package dev.lede.thumbnail.queue;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Pictures are wanted, and this node looks at none. */
public final class WithoutWorkers implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("lede.thumbnail.fetch", "on", "lede.thumbnail.workers", "0");
    }
}
