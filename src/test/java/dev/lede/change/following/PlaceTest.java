package dev.lede.change.following;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    private static final String LOW = "-10000000000000000000000000000000";
    private static final String HIGH = "-f0000000000000000000000000000000";

    private static Place place(String text) {
        return Place.parse(text.replace("low", LOW).replace("high", HIGH)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // An earlier revision, an earlier change of one, an earlier article of those that one change means.
        "aaaaaaaa-9-9-5,     aaaaaaaa-3-3-5,    aaaaaaaa-3-3-5",
        "aaaaaaaa-5-9-5,     aaaaaaaa-5-9-4,    aaaaaaaa-5-9-4",
        "aaaaaaaa-5-9-5,     aaaaaaaa-5-9-5low, aaaaaaaa-5-9-5low",
        "aaaaaaaa-5-9-5high, aaaaaaaa-5-9-5low, aaaaaaaa-5-9-5low",
        // Since 2 it was on its way, and what left its filter then is to be told still.
        "aaaaaaaa-2-9-5,     aaaaaaaa-4-8-5,    aaaaaaaa-2-8-5",
        // Ahead, the same, and of another log.
        "aaaaaaaa-3-3-5,     aaaaaaaa-9-9-5,    aaaaaaaa-3-3-5",
        "aaaaaaaa-5-9-5low,  aaaaaaaa-5-9-5high,aaaaaaaa-5-9-5low",
        "aaaaaaaa-2-9-5,     aaaaaaaa-4-9-5,    aaaaaaaa-2-9-5",
        "aaaaaaaa-9-9-5,     bbbbbbbb-3-3-5,    aaaaaaaa-9-9-5"
    })
    void onlyGoesBack(String from, String to, String reached) {
        assertThat(place(from).backTo(place(to))).isEqualTo(place(reached));
    }
}
