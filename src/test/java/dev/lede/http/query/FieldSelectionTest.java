package dev.lede.http.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSelectionTest {

    private static final List<String> KNOWN = List.of(
            "title", "date", "thumbnail", "thumbnail.src", "thumbnail.alt", "tags", "tags.slug", "params", "params.*");
    private static final FieldSelection CARD = FieldSelection.of(List.of("title", "date"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title               | {\"title\":\"T\"}",
                "date,title          | {\"title\":\"T\",\"date\":1}",
                "thumbnail           | {\"thumbnail\":{\"src\":\"s\",\"alt\":\"a\"}}",
                "thumbnail.src       | {\"thumbnail\":{\"src\":\"s\"}}",
                "thumbnail.src,thumbnail | {\"thumbnail\":{\"src\":\"s\",\"alt\":\"a\"}}",
                "tags.slug           | {\"tags\":[{\"slug\":\"x\"},{\"slug\":\"y\"}]}",
                "params.a.b          | {\"params\":{\"a\":{\"b\":2}}}",
                "params.a            | {\"params\":{\"a\":{\"b\":2,\"c\":3}}}",
                "params.none         | {\"params\":{}}",
                "title.below         | {}",
                "none                | {}",
            })
    void keepsTheWantedMembersInTheirOrder(String paths, String expected) throws JsonProcessingException {
        var json = new ObjectMapper();
        var whole = json.readTree("""
                {"title":"T","date":1,"thumbnail":{"src":"s","alt":"a"},
                 "tags":[{"slug":"x","name":"X"},{"slug":"y","name":"Y"}],"params":{"a":{"b":2,"c":3},"d":4}}""");
        var selection = FieldSelection.of(List.of(paths.split(",", -1)));
        assertThat(json.writeValueAsString(selection.project(whole))).isEqualTo(expected);
    }

    @Test
    void saysWhatToCompute() {
        var selection = FieldSelection.of(List.of("title", "thumbnail.src", "params.a"));
        assertThat(List.of(
                        "title",
                        "title.below",
                        "thumbnail",
                        "thumbnail.src",
                        "thumbnail.src.x",
                        "params",
                        "params.a.b"))
                .allMatch(selection::wants);
        assertThat(List.of("date", "thumbnail.alt", "params.b", "tit")).noneMatch(selection::wants);
    }

    @Test
    void isWhatTheParameterNames() {
        assertThat(parse("date,thumbnail.src,params.x.y"))
                .isEqualTo(FieldSelection.of(List.of("params.x.y", "thumbnail.src", "date")));
        assertThat(FieldSelection.parse(Parameters.of(Map.of()), "fields", KNOWN, CARD))
                .isEqualTo(CARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "titel",
                "title.x",
                "thumbnail.href",
                "params.",
                "params..a",
                "params.a.",
                "params.*",
                ".title",
                "tags.name",
                "params.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a"
            })
    void refusesPathsThatAreNot(String path) {
        var parameters = Parameters.of(Map.of("fields", List.of("date," + path)));
        FieldSelection.parse(parameters, "fields", KNOWN, CARD);
        var refusal = catchThrowableOfType(ProblemException.class, parameters::refuseIfAny);
        assertThat(refusal.violations()).extracting(Violation::value).containsExactly(path);
    }

    @Test
    void namesTheNearestPath() {
        var parameters = Parameters.of(Map.of("fields", List.of("titel,thumbnail.scr")));
        FieldSelection.parse(parameters, "fields", KNOWN, CARD);
        var refusal = catchThrowableOfType(ProblemException.class, parameters::refuseIfAny);
        assertThat(refusal.violations()).extracting(Violation::hint).containsExactly("title", "thumbnail.src");
    }

    @Test
    void isTheSameHoweverItWasWritten() {
        assertThat(parse("date,title").canonical())
                .isEqualTo(parse("title,date,title").canonical());
        assertThat(CARD.plus(List.of("tags")).canonical()).isEqualTo("date,tags,title");
        assertThat(CARD).hasSameHashCodeAs(parse("date,title")).hasToString("date,title");
    }

    private static FieldSelection parse(String fields) {
        var parameters = Parameters.of(Map.of("fields", List.of(fields)));
        var selection = FieldSelection.parse(parameters, "fields", KNOWN, CARD);
        parameters.refuseIfAny();
        return selection;
    }
}
