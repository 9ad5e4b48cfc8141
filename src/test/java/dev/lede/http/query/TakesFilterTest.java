package dev.lede.http.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.lede.testsupport.Lede;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TakesFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "/v1/articles?lmit=1             | lmit    | limit",
                "/v1/articles?params.lead=1      | params.lead | param.lead",
                "/v1/articles?fields=titel       | fields  | title",
                "/v1/articles?include=paramz     | include | params",
                "/v1/articles?sort=-wieght       | sort    | weight",
                "/v1/articles?limit=0            | limit   | -",
                "/v1/articles?limit=             | limit   | -",
                "/v1/articles?limit=1&limit=2    | limit   | -",
                "/v1/articles?tag=               | tag     | -",
                "/v1/articles?lang               | lang    | -",
                "/v1/tags?minCuont=3             | minCuont | minCount",
                "/v1/taxonomies?x=y              | x       | -",
                "/v1/keys?limt=1                 | limt    | limit",
                "/v1?x=y                         | x       | -",
                "/?x=y                           | x       | -"
            })
    void refusesParametersThatAreWrong(String address, String parameter, String hint) {
        Lede.admin()
                .get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:lede:problem:invalid-parameter"))
                .body("errors", hasSize(1))
                .body("errors[0].parameter", equalTo(parameter))
                .body("errors[0].hint", equalTo(hint));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/documents/a.md?dryrun=true", "/v1/keys/a?x=y"})
    void holdsWritesToTheirParametersToo(String address) {
        Lede.admin().delete(address).then().statusCode(400);
    }

    @Test
    void tellsWhoMayNotAskNothingOfParameters() {
        given().get("/v1/keys?x=y").then().statusCode(401);
    }
}
