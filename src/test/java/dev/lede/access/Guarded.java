package dev.lede.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Lede as those run it who let not everybody in: one profile for all of it, since each starts Lede anew. */
public final class Guarded implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lede.public-read", "false",
                "lede.events.heartbeat", "1s",
                "lede.rate-limit.reads-per-minute", "30",
                "lede.rate-limit.writes-per-minute", "20",
                "lede.cors.origins", "https://reader.example,https://editor.example",
                "lede.public-url", "https://content.example",
                "quarkus.http.proxy.proxy-address-forwarding", "true");
    }
}
