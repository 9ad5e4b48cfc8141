package dev.lede.access.keys;

import static org.hamcrest.Matchers.equalTo;

import dev.lede.testsupport.Lede;
import io.restassured.http.ContentType;

/**
 * A key that was made over HTTP.
 *
 * @param header that shows it
 */
public record MadeKey(String id, String token, String header) {

    public static MadeKey of(String role) {
        var answer = Lede.admin()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"test\", \"role\": \"" + role + "\"}")
                .post("/v1/keys");
        answer.then().statusCode(201).body("role", equalTo(role));
        String token = answer.path("key");
        return new MadeKey(answer.path("id"), token, "Authorization: Bearer " + token);
    }
}
