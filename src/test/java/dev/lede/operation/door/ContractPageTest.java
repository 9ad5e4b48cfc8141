package dev.lede.operation.door;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.lede.http.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that shows the contract, which needs nothing but Lede. */
@QuarkusTest
class ContractPageTest {

    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @Test
    void leadsToFilesBesideItAlone() {
        var references = REFERENCE
                .matcher(get("/q/swagger-ui/").asString())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(references)
                .containsExactlyInAnyOrder("favicon-32x32.png", "swagger-ui.css", "swagger-ui-bundle.js", "start.js")
                .allSatisfy(
                        reference -> get("/q/swagger-ui/" + reference).then().statusCode(200));
    }

    @ParameterizedTest
    @CsvSource({
        "'', text/html",
        "index.html, text/html",
        "start.js, text/javascript",
        "swagger-ui-bundle.js, text/javascript",
        "swagger-ui.css, text/css",
        "favicon-32x32.png, image/png"
    })
    void isOfTypesThatABrowserTakes(String file, String type) throws IOException {
        var answer = RawHttp.get("/q/swagger-ui/" + file);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        var tag = answer.header("ETag").orElseThrow();
        assertThat(RawHttp.get("/q/swagger-ui/" + file, "If-None-Match: " + tag).status())
                .isEqualTo(304);
    }

    @Test
    void comesCompressed() throws IOException {
        var plain = RawHttp.get("/q/swagger-ui/swagger-ui-bundle.js");
        var gzipped = RawHttp.get("/q/swagger-ui/swagger-ui-bundle.js", "Accept-Encoding: gzip");
        assertThat(new String(plain.body(), UTF_8)).contains("SwaggerUIBundle");
        assertThat(gzipped.header("Content-Encoding")).contains("gzip");
        assertThat(gzipped.body().length).isLessThan(plain.body().length / 2);
    }

    /** Behind whatever a proxy puts before the path. */
    @Test
    void isFoundWithoutASlashToo() {
        given().redirects()
                .follow(false)
                .get("/q/swagger-ui")
                .then()
                .statusCode(302)
                .header("Location", is("swagger-ui/"));
        get("/q/swagger-ui").then().statusCode(200).contentType(startsWith("text/html"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/swagger-ui/nowhere.js",
                "/q/swagger-ui//META-INF/openapi.yaml",
                "/webjars/swagger-ui/5.32.0/index.html"
            })
    void isAllThatThereIs(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .contentType(not(startsWith("text")))
                .body("type", is("urn:lede:problem:not-found"));
    }
}
