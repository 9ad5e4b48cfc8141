package dev.lede.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EventLoopsTest {

    @Inject
    Vertx vertx;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "4, 2", "64, 32"})
    void takeHalfOfTheProcessors(int processors, int loops) {
        assertThat(EventLoops.of(processors)).isEqualTo(loops);
    }

    @Test
    void areThoseThatTheFrameworkIsTold() {
        var told = ConfigProvider.getConfig().getValue(EventLoops.PROPERTY, Integer.class);
        assertThat(told).isEqualTo(EventLoops.of(Runtime.getRuntime().availableProcessors()));
        assertThat(((VertxInternal) vertx).getEventLoopGroup()).hasSize(told);
    }

    @Test
    void areWhatTheConfigurationSays() {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(EventLoops.PROPERTY, "7"), "test", 50))
                .withCustomizers(new EventLoops())
                .build();
        assertThat(config.getValue(EventLoops.PROPERTY, Integer.class)).isEqualTo(7);
    }
}
