package dev.lede.operation;

import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those who run Lede ask it. */
@QuarkusTest
class OperationTest {

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started"})
    void answersProbes(String probe) {
        get(probe).then().statusCode(200).body("status", is("UP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/metrics", "/q/openapi", "/q/swagger-ui/"})
    void isForReadingAlone(String path) {
        for (var method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            given().request(method, path)
                    .then()
                    .statusCode(405)
                    .header("Allow", is("GET, HEAD, OPTIONS"))
                    .body("type", is("urn:lede:problem:method-not-allowed"));
        }
        given().options(path).then().statusCode(204).header("Allow", is("GET, HEAD, OPTIONS"));
        given().head(path).then().statusCode(200);
    }

    @Test
    void timesRequestsByRoute() {
        put("operation/timed.md", "---\ntitle: Timed\n---\nText.\n");
        get("/v1/documents/operation/timed.md").then().statusCode(200);
        get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString(
                        "http_server_requests_seconds_bucket{method=\"GET\",outcome=\"SUCCESS\",status=\"200\","
                                + "uri=\"/v1/documents/{path}\",le=\"0.005\"}"))
                .body(containsString("agroal_awaiting_count"))
                .body(containsString("lede_revision"));
    }

    @Test
    void makesNoSeriesOfWhatAClientMadeUp() {
        get("/v1/made-up/1");
        given().urlEncodingEnabled(false).get("/v1/documents/made-up-%ff");
        given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "GET")
                .options("/made-up/2");
        given().request("MADEUP", "/v1/tags");
        var metrics = get("/q/metrics").asString();
        assertThat(Pattern.compile("made-?up", Pattern.CASE_INSENSITIVE)
                        .matcher(metrics)
                        .find())
                .isFalse();
    }
}
