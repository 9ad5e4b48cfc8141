package dev.lede.benchmark;

import static dev.lede.testsupport.Lede.admin;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.testsupport.Tree;
import dev.lede.thumbnail.Drawn;
import dev.lede.thumbnail.WithPictures;
import dev.lede.thumbnail.fetch.DirtyServer;
import dev.lede.thumbnail.fetch.Plays;
import dev.lede.thumbnail.picture.Format;
import dev.lede.thumbnail.picture.Pictures;
import dev.lede.thumbnail.picture.RenditionSpec;
import dev.lede.thumbnail.picture.Size;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What pictures cost, and what reads cost while many come. */
@QuarkusTest
@TestProfile(WithPictures.class)
class PicturesBenchmark {

    private static final int ROUNDS = 7;
    private static final int READS = 2_000;
    private static final int WARM_UP = 1_000;
    private static final int PICTURES = Integer.getInteger("benchmark.pictures", 2_000);

    private static final byte[] PICTURE = Drawn.lively("jpg", 1_200, 630);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aPictureOfTwelveMegapixelsInAllWidths() {
        var picture = Drawn.lively("jpg", 4_000, 3_000);
        var specs = List.of(160, 320, 640, 960, 1_280).stream()
                .map(width -> new RenditionSpec(new Size.Width(width), Format.WEBP))
                .toList();
        var threads = ManagementFactory.getThreadMXBean();
        var cpu = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var before = threads.getCurrentThreadCpuTime();
            Pictures.render(picture, specs, rendition -> {});
            cpu[round] = threads.getCurrentThreadCpuTime() - before;
        }
        Arrays.sort(cpu);
        print(
                "12 megapixels, JPEG to 5 widths in WebP: slowest of %d %.2f s, median %.2f s of one processor",
                ROUNDS, cpu[ROUNDS - 1] / 1e9, cpu[ROUNDS / 2] / 1e9);
    }

    @Test
    void readsWhilePicturesCome() throws IOException, InterruptedException {
        store(0, "plain", "");
        read(WARM_UP);
        var before = read(READS);
        try (var origin = DirtyServer.start()) {
            for (int i = 0; i < PICTURES; i++) {
                var own = (" " + i).getBytes(UTF_8);
                var picture = Arrays.copyOf(PICTURE, PICTURE.length + own.length);
                System.arraycopy(own, 0, picture, PICTURE.length, own.length);
                origin.on("/" + i + ".jpg", Plays.bytes(picture));
            }
            store(PICTURES, "pictured", origin.url("/"));
            var began = System.nanoTime();
            var during = read(READS);
            while (pending()) {
                read(100);
            }
            print(
                    "%d pictures of 1200 x 630 fetched and told of in %.1f s",
                    PICTURES, (System.nanoTime() - began) / 1e9);
            print(
                    "list of 20: p50 %.2f ms, p99 %.2f ms before; p50 %.2f ms, p99 %.2f ms while pictures come",
                    at(before, 0.5), at(before, 0.99), at(during, 0.5), at(during, 0.99));
        }
        read(WARM_UP);
        var after = read(READS);
        print("list of 20: p50 %.2f ms, p99 %.2f ms with all of them", at(after, 0.5), at(after, 0.99));
    }

    private static void store(int pictures, String folder, String origin) {
        var tree = Tree.of();
        for (int i = 0; i < PICTURES; i++) {
            var line = pictures == 0 ? "" : "thumbnail: " + origin + i + ".jpg\n";
            tree.with(
                    "content/" + folder + "/" + i + ".md",
                    "---\ntitle: " + i + "\ndate: 2024-05-06\n" + line + "---\nText.\n");
        }
        admin().contentType("application/x-tar")
                .body(tree.tar())
                .post("/v1/documents")
                .then()
                .statusCode(200);
    }

    private boolean pending() throws IOException, InterruptedException {
        return client.send(get("/v1/thumbnails?section=pictured&limit=100&sort=title"), BodyHandlers.ofString())
                .body()
                .contains("\"pending\"");
    }

    private static HttpRequest get(String target) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + target))
                .build();
    }

    /** How long each of so many reads took, in nanoseconds, ascending. */
    private long[] read(int times) throws IOException, InterruptedException {
        var list = get("/v1/articles?limit=20");
        var took = new long[times];
        for (int i = 0; i < times; i++) {
            var began = System.nanoTime();
            client.send(list, BodyHandlers.ofByteArray());
            took[i] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        return took;
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (sorted.length * share)] / 1e6;
    }

    @SuppressWarnings({"SystemOut", "AnnotateFormatMethod"})
    private static void print(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }
}
