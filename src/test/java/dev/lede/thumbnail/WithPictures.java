package dev.lede.thumbnail;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Lede fetches pictures, also from this machine. */
public final class WithPictures implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("lede.thumbnail.fetch", "on", "lede.thumbnail.allow-private", "true");
    }
}
