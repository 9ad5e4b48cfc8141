package dev.lede.http.caching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"h\"",
                "\"h-gzip\"",
                "W/\"h\"",
                "*",
                " * ",
                "\"x\", \"h\"",
                "\"x\",W/\"h-gzip\"",
                "\"h\" , \"x\"",
                "\"a,b\",\"h\""
            })
    void matchesWeaklyEveryFormOfTheTag(String header) {
        assertThat(EntityTags.parse(header).orElseThrow().matchesWeakly("h")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "\"H\"", "\"hh\"", "\"h-br\"", "\"\"", "\"x\", \"y\"", "\"h,\""})
    void matchesNoOther(String header) {
        assertThat(EntityTags.parse(header).orElseThrow().matchesWeakly("h")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "h", "\"h", "h\"", "'h'", "w/\"h\"", "\"h\" \"x\"", "*, \"h\"", "\"h\", x", "\"a b\""})
    void refusesWhatIsNoListOfTags(String header) {
        assertThat(EntityTags.parse(header)).isEmpty();
    }

    @Test
    void matchesNoWeakTagStrongly() {
        assertThat(EntityTags.parse("W/\"h\"").orElseThrow().matchesStrongly("h"))
                .isFalse();
        assertThat(EntityTags.parse("W/\"h\", \"h-gzip\"").orElseThrow().matchesStrongly("h"))
                .isTrue();
        assertThat(EntityTags.parse("*").orElseThrow().matchesStrongly("h")).isTrue();
    }
}
