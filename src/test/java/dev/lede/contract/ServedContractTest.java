package dev.lede.contract;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What is served as the contract is {@code openapi.yaml}, of this release, and every test is held to it. */
@QuarkusTest
class ServedContractTest {

    @Test
    void isTheFileOfTheProject() throws JsonProcessingException {
        var served =
                new ObjectMapper(new YAMLFactory()).readTree(get("/q/openapi").asString());
        assertThat(served).isEqualTo(Contract.file().root());
    }

    @Test
    void isServedAsJsonToo() throws JsonProcessingException {
        var served = new ObjectMapper()
                .readTree(given().queryParam("format", "json").get("/q/openapi").asString());
        assertThat(served).isEqualTo(Contract.file().root());
    }

    @Test
    void isShownByAPage() {
        get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger-ui"));
    }

    @Test
    void isOfThisRelease() throws IOException {
        var release = new Properties();
        try (var file = getClass().getResourceAsStream("/dev/lede/release.properties")) {
            release.load(file);
        }
        assertThat(Contract.file().root().at("/info/version").asText())
                .isEqualTo(release.getProperty("version").replace("-SNAPSHOT", ""));
    }

    @Test
    void standsUnderEveryTest() {
        assertThat(RestAssured.filters()).hasAtLeastOneElementOfType(ContractFilter.class);
    }
}
