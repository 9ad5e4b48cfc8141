package dev.lede.search.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSetTest {

    /** Of few different ones most come again; of many the set has to grow several times. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1_024, 65_536, Integer.MAX_VALUE})
    void hasEachOnceInItsPlace(int different) {
        var random = new Random(different);
        var set = new TokenSet();
        var places = new LinkedHashMap<Integer, Integer>();
        for (int i = 0; i < 20_000; i++) {
            // Zero and negative ones too.
            int token = random.nextInt(different) - different / 2;
            assertThat(set.contains(token)).isEqualTo(places.containsKey(token));
            int place = places.computeIfAbsent(token, first -> places.size());
            assertThat(set.add(token)).isEqualTo(place);
        }
        assertThat(set.size()).isEqualTo(places.size());
        places.forEach((token, place) -> assertThat(set.at(place)).isEqualTo(token));
        assertThat(set.sorted()).containsExactly(new TreeSet<>(places.keySet()).toArray(Integer[]::new));
    }
}
