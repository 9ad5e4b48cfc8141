package dev.lede.contract;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.lede.http.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "/q/openapi, yaml, application/yaml", "/q/openapi, application/json, application/json",
        "/q/openapi.json, */*, application/json", "/q/openapi.yaml, application/json, application/yaml"
    })
    void isReadAsEverythingIs(String path, String accept, String type) throws IOException {
        var plain = RawHttp.get(path, "Accept: " + accept);
        assertThat(plain.header("Content-Type").orElseThrow()).startsWith(type);
        assertThat(plain.header("Vary").orElseThrow()).contains("Accept-Encoding");
        assertThat(plain.header("Cache-Control").orElseThrow()).startsWith("public");
        var tag = plain.header("ETag").orElseThrow();

        var gzipped = RawHttp.get(path, "Accept: " + accept, "Accept-Encoding: gzip");
        assertThat(gzipped.header("Content-Encoding")).contains("gzip");
        assertThat(gzipped.header("ETag")).contains(tag.replaceAll("\"$", "-gzip\""));
        assertThat(gzipped.body().length).isLessThan(plain.body().length / 2);

        assertThat(RawHttp.get(path, "Accept: " + accept, "If-None-Match: " + tag)
                        .status())
                .isEqualTo(304);
        var head = RawHttp.exchange("HEAD", path, "Accept: " + accept);
        assertThat(head.header("Content-Length")).contains(Integer.toString(plain.body().length));
        assertThat(head.header("ETag")).contains(tag);
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
