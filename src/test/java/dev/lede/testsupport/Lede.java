package dev.lede.testsupport;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A client of the application under test. */
public final class Lede {

    /** The admin key of every test. */
    public static final String KEY = "test-admin-key-0123456789";

    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    /** Uploads numbered documents together, from 0 on, and answers what came back, whatever that is. */
    public static Response putAll(int count, IntFunction<String> path, IntFunction<String> document) {
        var lines = IntStream.range(0, count)
                .mapToObj(number -> JSON.createObjectNode()
                        .put("path", path.apply(number))
                        .put("content", document.apply(number))
                        .toString())
                .collect(Collectors.joining("\n"));
        return admin().contentType("application/x-ndjson")
                .accept("application/json")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/documents");
    }
}
