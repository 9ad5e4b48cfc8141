package dev.lede.ingest.derive;

import dev.lede.article.query.LanguageConfig;
import dev.lede.http.query.LinkConfig;
import dev.lede.search.index.SearchIndex;
import dev.lede.taxonomy.TaxonomyConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;

/** Derivations without an application around them. */
public final class Derivations {

    static final SmallRyeConfig CONFIG = new SmallRyeConfigBuilder()
            .withConverter(MemorySize.class, 100, new MemorySizeConverter())
            .withMapping(IngestConfig.class)
            .withMapping(LanguageConfig.class)
            .withMapping(TaxonomyConfig.class)
            .withMapping(LinkConfig.class)
            .build();

    private Derivations() {}

    /** One with every setting as it is when nobody says otherwise. */
    public static Derivation asConfiguredByDefault(Clock clock) {
        return new Derivation(
                CONFIG.getConfigMapping(IngestConfig.class),
                CONFIG.getConfigMapping(LanguageConfig.class),
                CONFIG.getConfigMapping(TaxonomyConfig.class),
                CONFIG.getConfigMapping(LinkConfig.class),
                new SearchIndex(),
                clock);
    }
}
