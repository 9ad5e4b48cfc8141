package dev.lede.http.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    // RFC 9110 §14.1.2 has the first five, of 10,000 bytes.
    @ParameterizedTest
    @CsvSource({
        "bytes=0-499,0,499",
        "bytes=500-999,500,999",
        "bytes=-500,9500,9999",
        "bytes=9500-,9500,9999",
        "bytes=0-0,0,0",
        "bytes=9999-99999,9999,9999",
        "bytes=-20000,0,9999",
        "BYTES=1-2,1,2",
    })
    void readsOneRange(String header, int first, int last) {
        assertThat(ByteRange.parse(header, 10_000)).contains(new ByteRange(first, last, 10_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-0,-1", "bytes=-", "bytes=2-1", "bytes=a-b", "items=0-1", "bytes", ""})
    void ignoresWhatItNeedNotUnderstand(String header) {
        assertThat(ByteRange.parse(header, 10_000)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10000-", "bytes=10000-10001", "bytes=-0", "bytes=999999999999999999-"})
    void refusesWhatLiesOutside(String header) {
        assertThatThrownBy(() -> ByteRange.parse(header, 10_000))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.RANGE_NOT_SATISFIABLE);
                    assertThat(refusal.headers()).containsEntry("Content-Range", "bytes */10000");
                });
    }
}
