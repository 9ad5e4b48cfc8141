package dev.lede.taxonomy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Which front-matter keys are taxonomies. */
@ConfigMapping(prefix = "lede")
public interface TaxonomyConfig {

    /** Their names, in the plural. */
    @WithDefault("tags,categories")
    List<String> taxonomies();
}
