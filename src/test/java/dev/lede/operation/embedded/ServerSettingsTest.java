package dev.lede.operation.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {

    @ParameterizedTest
    @CsvSource({"0, 128", "512, 128", "2048, 128", "4096, 256", "16384, 1024", "262144, 1024"})
    void keepsPagesInAShareOfTheMemory(long memory, long buffers) {
        assertThat(ServerSettings.sharedBuffers(memory << 20)).isEqualTo(buffers << 20);
    }
}
