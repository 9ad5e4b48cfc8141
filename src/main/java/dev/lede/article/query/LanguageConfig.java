package dev.lede.article.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** What is meant where a document or a reader does not say. */
@ConfigMapping(prefix = "lede")
public interface LanguageConfig {

    /** BCP 47. */
    @WithDefault("en")
    String defaultLanguage();

    /** The zone of dates without one. */
    @WithDefault("UTC")
    ZoneId timeZone();
}
