package dev.lede.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** A client of the application under test. */
public final class Lede {

    /** The admin key of every test. */
    public static final String KEY = "test-admin-key-0123456789";

    private Lede() {}

    /** A request with the admin key. */
    public static RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + KEY);
    }

    /** Puts a document and answers what came back, whatever that is. */
    public static Response put(String path, String document) {
        return put(path, document.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts the bytes of a document and answers what came back, whatever that is. */
    public static Response put(String path, byte[] document) {
        return admin().contentType("text/markdown").body(document).put("/v1/documents/" + path);
    }
}
