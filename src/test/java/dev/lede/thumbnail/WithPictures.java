package dev.lede.thumbnail;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Lede fetches pictures, from this machine and another one. */
public final class WithPictures implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lede.thumbnail.fetch", "*.example.org,127.0.0.1",
                "lede.thumbnail.allow-private", "true",
                "lede.thumbnail.max-bytes", "1M",
                "lede.thumbnail.from-body", "false");
    }
}
