package dev.lede.change;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/** A server under test that may be elsewhere after each restart. Thread-safe. */
public final class Site {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Supplier<String> root;
    private final String key;

    /** @param root such as {@code http://127.0.0.1:8080} */
    public Site(Supplier<String> root, String key) {
        this.root = root;
        this.key = key;
    }

    HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return send(request(path).header("Accept", accept).GET());
    }

    int put(String path, String document) throws IOException, InterruptedException {
        return put("/v1/documents/" + path, "text/markdown", document);
    }

    private int put(String address, String type, String content) throws IOException, InterruptedException {
        return send(request(address).header("Content-Type", type).PUT(BodyPublishers.ofString(content)))
                .statusCode();
    }

    int delete(String path) throws IOException, InterruptedException {
        return send(request("/v1/documents/" + path).DELETE()).statusCode();
    }

    int putAsset(String path, String content) throws IOException, InterruptedException {
        return put("/v1/assets/" + path, "application/octet-stream", content);
    }

    int deleteAsset(String path) throws IOException, InterruptedException {
        return send(request("/v1/assets/" + path).DELETE()).statusCode();
    }

    int post(String query, byte[] tar) throws IOException, InterruptedException {
        return send(request("/v1/documents?" + query)
                        .header("Content-Type", "application/x-tar")
                        .POST(BodyPublishers.ofByteArray(tar)))
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root.get() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
