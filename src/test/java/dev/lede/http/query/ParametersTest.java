package dev.lede.http.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.Violation;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static final List<String> FIELDS = List.of("date", "title", "weight");
    private static final List<SortField> NEWEST = List.of(new SortField("date", true));

    @Test
    void readNumbersWithinTheirBounds() {
        assertThat(of("limit", "1").integer("limit", 1, 100, 20)).isEqualTo(1);
        assertThat(of("limit", "100").integer("limit", 1, 100, 20)).isEqualTo(100);
        assertThat(of("limit", "007").integer("limit", 1, 100, 20)).isEqualTo(7);
        assertThat(of("x", "1").integer("limit", 1, 100, 20)).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "+1", "1.0", "1e1", " 1", "x", "99999999999", "4294967297", "٣", "0x1"})
    void refuseOtherNumbers(String value) {
        var parameters = of("limit", value);
        assertThat(parameters.integer("limit", 1, 100, 20)).isEqualTo(20);
        assertThat(refused(parameters).get(0).detail())
                .isEqualTo("\"limit\" must be a whole number from 1 to 100, not \"" + value + "\".");
    }

    @Test
    void refuseWordsThatAreNotOffered() {
        var parameters = of("count", "exakt");
        assertThat(parameters.oneOf("count", Map.of("exact", 1, "none", 2), 0)).isZero();
        var refused = refused(parameters).get(0);
        assertThat(refused.parameter()).isEqualTo("count");
        assertThat(refused.value()).isEqualTo("exakt");
        assertThat(refused.hint()).isEqualTo("exact");
        assertThat(refused.detail()).endsWith("Allowed: exact, none.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "1", "yes", "on"})
    void takeTrueAndFalseAlone(String value) {
        assertThat(of("dryRun", "true").bool("dryRun", false)).isTrue();
        assertThat(of("dryRun", "false").bool("dryRun", true)).isFalse();
        var parameters = of("dryRun", value);
        assertThat(parameters.bool("dryRun", false)).isFalse();
        assertThat(refused(parameters)).hasSize(1);
    }

    @Test
    void readMomentsInTheZoneOfTheirDays() {
        assertThat(of("from", "2026-01-01").moment("from", ZoneId.of("Asia/Shanghai")))
                .contains(Instant.parse("2025-12-31T16:00:00Z"));
        var parameters = of("from", "2026-02-30");
        assertThat(parameters.moment("from", ZoneOffset.UTC)).isEmpty();
        assertThat(refused(parameters)).extracting(Violation::parameter).containsExactly("from");
    }

    @Test
    void readListsInTheirOrderAndEachItemOnce() {
        assertThat(of("fields", "b,a,b", "c").list("fields")).containsExactly("b", "a", "c");
        assertThat(of("x", "").list("fields")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "a,", ",a", "a,,b"})
    void refuseListsWithEmptyItems(String value) {
        var parameters = of("fields", value);
        assertThat(parameters.list("fields")).isEmpty();
        assertThat(refused(parameters)).extracting(Violation::value).containsExactly(value);
    }

    @Test
    void refuseListsOfMoreThanAHundred() {
        var items = IntStream.range(0, 100).mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertThat(of("id", items).list("id")).hasSize(100);
        var parameters = of("id", items, "x");
        assertThat(parameters.list("id")).isEmpty();
        assertThat(refused(parameters)).hasSize(1);
    }

    @Test
    void readNamesThatAreKnown() {
        var parameters = of("facets", "date,titel");
        assertThat(parameters.names("facets", FIELDS)).containsExactly("date");
        assertThat(refused(parameters)).extracting(Violation::hint).containsExactly("title");
    }

    @Test
    void groupTermsByAnyAllAndNone() {
        var groups = of("tag", "a,b", "c", "!d,!e").groups("tag");
        assertThat(groups.anyOf()).containsExactly(Set.of("a", "b"), Set.of("c"));
        assertThat(groups.noneOf()).containsExactlyInAnyOrder("d", "e");
        assertThat(of("x", "a").groups("tag").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,!b", "!", "!a,!", "a,", ","})
    void refuseGroupsThatMeanTwoThings(String value) {
        var parameters = of("tag", value);
        parameters.groups("tag");
        assertThat(refused(parameters))
                .allSatisfy(violation -> assertThat(violation.parameter()).isEqualTo("tag"));
    }

    @Test
    void readOrders() {
        assertThat(of("sort", "-date,title").sort("sort", FIELDS, NEWEST))
                .containsExactly(new SortField("date", true), new SortField("title", false));
        assertThat(of("x", "y").sort("sort", FIELDS, NEWEST)).isEqualTo(NEWEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"titel", "-titel", "--title", "-", "title,-title", "Title"})
    void refuseOtherOrders(String value) {
        var parameters = of("sort", value);
        parameters.sort("sort", FIELDS, NEWEST);
        assertThat(refused(parameters)).hasSize(1);
    }

    @Test
    void nameTheNearestSortField() {
        var parameters = of("sort", "-titel");
        parameters.sort("sort", FIELDS, NEWEST);
        assertThat(refused(parameters)).extracting(Violation::hint).containsExactly("title");
    }

    @Test
    void gatherFamilies() {
        var parameters =
                Parameters.of(Map.of("param.a.b", List.of("1", "2"), "param", List.of("x"), "params.c", List.of("y")));
        assertThat(parameters.family("param")).isEqualTo(Map.of("a.b", List.of("1", "2")));
    }

    @Test
    void refuseEverythingThatIsWrongInOneProblem() {
        var parameters = Parameters.of(Map.of("limit", List.of("0"), "count", List.of("x"), "page", List.of("2")));
        parameters.integer("limit", 1, 100, 20);
        parameters.integer("page", 1, 100, 1);
        parameters.oneOf("count", Map.of("exact", 1), 1);
        var refusal = catchThrowableOfType(ProblemException.class, parameters::refuseIfAny);
        assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_PARAMETER);
        assertThat(refusal.detail()).isEqualTo("2 parameters are not valid.");
        assertThat(refusal.violations()).extracting(Violation::parameter).containsExactly("limit", "count");
    }

    @Test
    void refuseNothingWhenNothingIsWrong() {
        of("limit", "5").refuseIfAny();
    }

    private static Parameters of(String name, String... values) {
        return Parameters.of(Map.of(name, List.of(values)));
    }

    private static List<Violation> refused(Parameters parameters) {
        assertThatThrownBy(parameters::refuseIfAny).isInstanceOf(ProblemException.class);
        return catchThrowableOfType(ProblemException.class, parameters::refuseIfAny)
                .violations();
    }
}
