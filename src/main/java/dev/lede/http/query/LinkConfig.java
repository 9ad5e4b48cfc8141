package dev.lede.http.query;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What addresses that Lede hands out begin with. */
@ConfigMapping(prefix = "lede")
public interface LinkConfig {

    /** Where clients reach Lede, such as {@code https://api.example}; without it addresses are root-relative. */
    Optional<String> publicUrl();

    /** What to put before a path under {@code /v1}; without a slash at its end, and possibly empty. */
    default String prefix() {
        var url = publicUrl().orElse("");
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
