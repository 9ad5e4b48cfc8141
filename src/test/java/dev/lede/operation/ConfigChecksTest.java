package dev.lede.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigChecksTest {

    @Test
    void saysWhatIsSoWhatItMeansAndWhatToDo() {
        assertThat(ConfigChecks.ofDurability("fsync", "off"))
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .containsSubsequence("fsync=off. ", "This means: ", "Recommended action: set fsync=on"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "remote_apply", "remote_write", "local"})
    void isContentWithWhateverReachesTheDisk(String value) {
        assertThat(ConfigChecks.ofDurability("synchronous_commit", value)).isEmpty();
    }

    @Test
    void warnsOfAPasswordInTheUrlWithoutRepeatingIt() {
        assertThat(ConfigChecks.ofUrl("jdbc:postgresql://db/lede?user=lede&password=secret"))
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .contains("QUARKUS_DATASOURCE_PASSWORD")
                        .doesNotContain("secret"));
    }

    @Test
    void warnsOfDocumentsThatTheSystemMayDelete() {
        assertThat(ConfigChecks.ofDataDir(Path.of("/tmp/lede"), Path.of("/tmp")))
                .hasSize(1);
    }

    @Test
    void isSilentAboutSoundSettings() {
        assertThat(ConfigChecks.ofUrl("jdbc:postgresql://127.0.0.1:5432/lede")).isEqualTo(List.of());
        assertThat(ConfigChecks.ofDataDir(Path.of("/var/lib/lede"), Path.of("/tmp")))
                .isEmpty();
    }
}
