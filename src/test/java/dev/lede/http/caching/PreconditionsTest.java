package dev.lede.http.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '\'',
            value = {
                "-,            -,         h",
                "-,            -,         -",
                "'\"h\"',      -,         h",
                "'\"h-gzip\"', -,         h",
                "*,            -,         h",
                "-,            *,         -",
                "-,            '\"x\"',   h",
                "'\"h\"',      '\"x\"',   h"
            })
    void hold(@Nullable String ifMatch, @Nullable String ifNoneMatch, @Nullable String current) {
        Preconditions.parse(ifMatch, ifNoneMatch).check(current);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '\'',
            value = {
                "'\"x\"',   -,           h",
                "'W/\"h\"', -,           h",
                "'\"h\"',   -,           -",
                "*,         -,           -",
                "-,         *,           h",
                "-,         '\"h\"',     h",
                "-,         'W/\"h\"',   h",
                "'\"h\"',   '\"h\"',     h"
            })
    void doNotHold(@Nullable String ifMatch, @Nullable String ifNoneMatch, @Nullable String current) {
        var conditions = Preconditions.parse(ifMatch, ifNoneMatch);
        assertThatThrownBy(() -> conditions.check(current))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::type)
                .isEqualTo(ProblemType.PRECONDITION_FAILED);
    }

    @Test
    void areRefusedWhenTheyCannotBeRead() {
        assertThatThrownBy(() -> Preconditions.parse("h", null))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_PARAMETER);
                    assertThat(refusal.violations()).extracting("parameter").containsExactly("If-Match");
                });
    }

    @Test
    void areEmptyWhenNoneWasSent() {
        assertThat(Preconditions.parse(null, null).isEmpty()).isTrue();
        assertThat(Preconditions.parse(null, "*").isEmpty()).isFalse();
    }
}
