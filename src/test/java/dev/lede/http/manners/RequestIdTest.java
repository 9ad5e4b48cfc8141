package dev.lede.http.manners;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "0af7651916cd43dd-b7ad6b7169203331", "urn:uuid:1/2+3=_.~@"})
    void takesOverWhatIsWellFormed(String given) {
        assertThat(RequestId.of(given)).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "a\"b", "ä", "<script>", "a\u0000"})
    void makesAnotherForWhatIsNot(String given) {
        assertThat(RequestId.of(given)).matches("[0-9a-f]{32}");
    }

    @Test
    void makesOneOfItsOwnForEachExchangeWithoutOne() {
        assertThat(RequestId.of(null)).matches("[0-9a-f]{32}").isNotEqualTo(RequestId.of(null));
    }

    @Test
    void takesOverUpTo128Characters() {
        assertThat(RequestId.of("a".repeat(128))).hasSize(128);
        assertThat(RequestId.of("a".repeat(129))).hasSize(32);
    }
}
