package dev.lede.http.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.http.problem.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTest {

    private static final Allowed ALLOWED = new Allowed(Set.of("limit", "q", "lang"), Set.of("tag", "param.*"));

    @ParameterizedTest
    @CsvSource({"limit,1", "q,a", "q,''", "tag,a", "param.a,x", "param.a.b,x", "lang,😀"})
    void takesWhatIsKnown(String name, String value) {
        assertThat(ALLOWED.violations(Map.of(name, List.of(value)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "limt,limit",
        "Limit,limit",
        "lagn,lang",
        "tags,tag",
        "params.lead,param.lead",
        "parm.a.b,param.a.b",
        "colour,",
    })
    void refusesWhatIsNotAndNamesTheNearest(String name, String hint) {
        var violations = ALLOWED.violations(Map.of(name, List.of("1")));
        assertThat(violations).extracting(Violation::parameter).containsExactly(name);
        assertThat(violations.get(0).hint()).isEqualTo(hint);
        assertThat(violations.get(0).detail())
                .isEqualTo("Unknown parameter \"" + name + "\". Allowed: lang, limit, param.*, q, tag.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"param.*", "param", "param.", ".a", "taxonomy.x", ""})
    void takesNoFamilyAsAName(String name) {
        assertThat(new Allowed(Set.of(), Set.of("param.*")).violations(Map.of(name, List.of("x"))))
                .extracting(Violation::detail)
                .allMatch(detail -> detail.startsWith("Unknown parameter"))
                .hasSize(1);
    }

    @Test
    void refusesRepetitionOfWhatStandsOnce() {
        assertThat(ALLOWED.violations(Map.of("limit", List.of("1", "2")))).hasSize(1);
        assertThat(ALLOWED.violations(Map.of("tag", List.of("a", "b")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "tag", "param.a"})
    void refusesEmptyValues(String name) {
        assertThat(ALLOWED.violations(Map.of(name, List.of(""))))
                .extracting(Violation::detail)
                .containsExactly("\"" + name + "\" has no value.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\ud83d", "\ude00a"})
    void refusesWhatIsNoText(String value) {
        assertThat(ALLOWED.violations(Map.of("tag", List.of(value)))).hasSize(1);
        // But for what is searched for, which may be anything.
        assertThat(ALLOWED.violations(Map.of("q", List.of(value)))).isEmpty();
    }

    @Test
    void saysWhenNoneIsTaken() {
        assertThat(Allowed.none().violations(Map.of("x", List.of("1"))))
                .extracting(Violation::detail)
                .containsExactly("Unknown parameter \"x\". None is taken here.");
    }
}
