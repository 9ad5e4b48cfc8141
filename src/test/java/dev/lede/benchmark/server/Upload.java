package dev.lede.benchmark.server;

import dev.lede.benchmark.load.GeneratedDocuments;
import dev.lede.operation.Packaged;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Generated documents in one archive.
 *
 * @param count documents in it
 */
record Upload(Path archive, int count) {

    private static final Duration PATIENCE = Duration.ofHours(2);

    /** Packs the documents of these numbers. */
    static Upload of(Path directory, int from, int until) throws IOException {
        var archive = Files.createTempFile(directory, "documents", ".tar");
        GeneratedDocuments.writeTar(archive, from, until);
        return new Upload(archive, until - from);
    }

    /** How many seconds it takes until all of them are stored. */
    double seconds(Packaged lede) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + lede.port() + "/v1/documents"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + Packaged.KEY)
                .header("Content-Type", "application/x-tar")
                .POST(BodyPublishers.ofFile(archive))
                .build();
        var began = System.nanoTime();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
