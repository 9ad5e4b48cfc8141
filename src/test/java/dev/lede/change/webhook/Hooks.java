package dev.lede.change.webhook;

import static dev.lede.testsupport.Lede.admin;

import io.restassured.path.json.JsonPath;
import java.util.Map;

/** Makes webhooks. */
public final class Hooks {

    private Hooks() {}

    /** One that is told of what lies in a section, as it was answered. */
    public static JsonPath create(String url, String section) {
        return admin().contentType("application/json")
                .body(Map.of("url", url, "filter", Map.of("section", section)))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
