package dev.lede.thumbnail.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private final Random random = new Random(1);

    @ParameterizedTest
    @CsvSource({"1, PT1M", "2, PT5M", "3, PT30M", "4, PT2H", "5, PT8H", "6, PT24H"})
    void waitsLongerEachTimeAFifthMoreOrLess(int failures, Duration about) {
        var pauses = random.doubles(1_000)
                .mapToObj(any -> BackOff.pause(failures, null, random).orElseThrow())
                .toList();
        assertThat(pauses).allMatch(pause -> pause.toMillis() >= about.toMillis() * 0.8);
        assertThat(pauses).allMatch(pause -> pause.toMillis() <= about.toMillis() * 1.2);
        assertThat(pauses).anyMatch(pause -> pause.toMillis() < about.toMillis() * 0.85);
        assertThat(pauses).anyMatch(pause -> pause.toMillis() > about.toMillis() * 1.15);
    }

    @Test
    void givesUpAfterSix() {
        assertThat(BackOff.pause(7, Duration.ofMinutes(1), random)).isEmpty();
    }

    @Test
    void comesNoEarlierThanAsked() {
        assertThat(BackOff.pause(1, Duration.ofHours(3), random)).contains(Duration.ofHours(3));
        assertThat(BackOff.pause(6, Duration.ofSeconds(1), random).orElseThrow())
                .isGreaterThan(Duration.ofHours(19));
    }
}
