package dev.lede.http.caching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheDirectivesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private record Ages(Duration maxAge, Duration sharedMaxAge, Duration staleWhileRevalidate) implements CacheConfig {

        @Override
        public MemorySize size() {
            return new MemorySize(BigInteger.ZERO);
        }
    }

    private static final CacheConfig DEFAULTS =
            new Ages(Duration.ZERO, Duration.ofSeconds(60), Duration.ofSeconds(600));

    @Test
    void areAsTheConfigurationHasThem() {
        var directives = CacheDirectives.of(DEFAULTS, NOW, Optional.empty());
        assertThat(directives.cacheControl()).isEqualTo("public, max-age=0, s-maxage=60");
        assertThat(directives.cdnCacheControl()).isEqualTo("max-age=60, stale-while-revalidate=600");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5000  | public, max-age=30, s-maxage=60 | max-age=60, stale-while-revalidate=600",
                "660   | public, max-age=30, s-maxage=60 | max-age=60, stale-while-revalidate=600",
                "100.9 | public, max-age=30, s-maxage=60 | max-age=60, stale-while-revalidate=40",
                "60    | public, max-age=30, s-maxage=60 | max-age=60",
                "40    | public, max-age=30, s-maxage=40 | max-age=40",
                "10    | public, max-age=10, s-maxage=10 | max-age=10",
                "0.5   | public, max-age=0, s-maxage=0   | max-age=0",
                "-7    | public, max-age=0, s-maxage=0   | max-age=0"
            })
    void neverReachPastTheNextMoment(double seconds, String cacheControl, String cdnCacheControl) {
        var config = new Ages(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(600));
        var directives = CacheDirectives.of(config, NOW, Optional.of(NOW.plusMillis((long) (seconds * 1000))));
        assertThat(directives.cacheControl()).isEqualTo(cacheControl);
        assertThat(directives.cdnCacheControl()).isEqualTo(cdnCacheControl);
    }
}
