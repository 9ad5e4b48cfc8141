package dev.lede.http.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that the framework would do differently, had it its way. */
@QuarkusTest
class ProblemMapperTest {

    private static final String TRAPS = "/test/traps";

    @ParameterizedTest
    @CsvSource({"page,x", "page,99999999999", "unit,FORTNIGHTS", "slug,No-Slug"})
    void namesTheParameterThatCannotBeConverted(String name, String value) {
        problem(given().queryParam(name, value).get(TRAPS).then(), 400, "invalid-parameter")
                .body(
                        "errors",
                        equalTo(List.of(Map.of(
                                "detail", "\"" + value + "\" is no valid value of \"" + name + "\".",
                                "parameter", name,
                                "value", value))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"a\", \"size\": \"x\"} | /size | \"size\" must be a number.",
                "{\"name\": \"a\", \"size\": \"3\"} | /size | \"size\" must be a number.",
                "{\"name\": \"a\", \"size\": 1.5} | /size | \"size\" must be a number.",
                "{\"name\": \"a\", \"size\": null} | /size | \"size\" must be a number.",
                "{\"name\": 3, \"size\": 1} | /name | \"name\" must be a text.",
                "{\"name\": \"a\", \"size\": {}} | /size | \"size\" must be a number.",
                "{\"name\": \"a\", \"size\": 1, \"unit\": \"AGES\"} | /unit | \"unit\" must be one of the documented words.",
                "{\"name\": \"a\", \"size\": 1, \"sizes\": 3} | /sizes | \"sizes\" must be an array.",
                "{\"name\": \"a\", \"size\": 1, \"sizes\": [1, true]} | /sizes/1 | \"1\" must be a number.",
                "[] | '' | The body must be an object.",
            })
    void pointsAtTheMemberOfTheWrongType(String body, String pointer, String detail) {
        problem(post(body), 400, "invalid-body")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", equalTo(detail))
                .body("objectName", nullValue())
                .body("attributeName", nullValue());
    }

    @Test
    void refusesAnUnknownMemberAndNamesTheNearest() {
        problem(post("{\"name\": \"a\", \"size\": 1, \"nmae\": \"b\"}"), 400, "invalid-body")
                .body("errors[0].pointer", equalTo("/nmae"))
                .body("errors[0].hint", equalTo("name"))
                .body("errors[0].detail", equalTo("Unknown member \"nmae\". Allowed: name, size, sizes, unit."));
    }

    @Test
    void refusesAnEmptyBody() {
        problem(given().contentType("application/json").post(TRAPS).then(), 400, "invalid-body")
                .body("detail", equalTo("The body is missing or empty."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": | 1 | 9",
                "{\"name\": \"a\", \"size\": 1} x | 1 | 26",
                "{\"name\": \"a\", \"name\": \"b\", \"size\": 1} | 1 | 21",
            })
    void tellsWhereTheJsonIsNotWellFormed(String body, int line, int column) {
        problem(post(body), 400, "malformed-json")
                .body("errors[0].line", equalTo(line))
                .body("errors[0].column", equalTo(column));
    }

    @Test
    void takesNullForABodyThatIsMissing() {
        problem(post("null"), 400, "invalid-body");
    }

    @Test
    void distinguishesNoParameterFromSeveral() {
        assertThat(given().get(TRAPS).asString()).isEqualTo("{\"repeated\":[]}");
        assertThat(given().queryParam("repeated", "b", "a").get(TRAPS).asString())
                .isEqualTo("{\"repeated\":[\"b\",\"a\"]}");
    }

    @Test
    void keepsTheOrderOfMembers() {
        var problem = given().get("/v1/articles?sorrt=x").asString();
        assertThat(problem)
                .matches(
                        "\\{\"type\":.*\"title\":.*\"status\":.*\"detail\":.*\"instance\":.*\"requestId\":.*\"errors\":.*}");
    }

    @Test
    void tellsNothingOfAFault() {
        var answer = given().header("X-Request-Id", "fault-1").get(TRAPS + "/fault");
        problem(answer.then(), 500, "internal").body("requestId", equalTo("fault-1"));
        assertThat(answer.asString())
                .doesNotContainIgnoringCase("exception")
                .doesNotContainIgnoringCase("select")
                .doesNotContain("dev.lede", ".java", "at ");
    }

    @Test
    void asksToTryAgainWhenTheDatabaseIsBusy() {
        problem(given().get(TRAPS + "/locked").then(), 503, "busy").header("Retry-After", "1");
    }

    @Test
    void refusesAJsonBodyPastItsLimit() {
        problem(post("{\"name\": \"" + "a".repeat(1 << 20) + "\", \"size\": 1}"), 413, "payload-too-large")
                .body("detail", containsString("1,048,576 bytes"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json").body(body).post(TRAPS).then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("type", equalTo("urn:lede:problem:" + slug))
                .body("status", equalTo(status))
                .body("title", matchesPattern("[A-Z].+[^.]"))
                .body("detail", matchesPattern("(?s).+"))
                .body("instance", containsString(TRAPS))
                .body("requestId", matchesPattern("[0-9a-f]{32}|fault-1"));
    }
}
