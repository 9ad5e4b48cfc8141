package dev.lede.http.caching.kept;

import static dev.lede.testsupport.Lede.admin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.testsupport.Lede;
import dev.lede.thumbnail.Drawn;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever is written, in whatever order, what comes from memory differs in nothing from what is made anew. Longer by
 * {@code -Dtwins.seconds=600}, the same again by {@code -Dtwins.seed=…}.
 */
@QuarkusTest
class TwinsTest {

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("twins.seconds", 6));
    private static final long SEED = Long.getLong("twins.seed", System.nanoTime());

    private static final List<String> NAMES = List.of("a", "b", "c", "d/index", "e/index");
    private static final List<String> SECTIONS = List.of("twins-x", "twins-y");
    private static final List<String> LANGUAGES = List.of("", ".de");

    private static final byte[] RED = Drawn.halves("png", 40, 20, Color.RED, Color.BLUE);
    private static final byte[] GREEN = Drawn.halves("png", 40, 20, Color.GREEN, Color.BLUE);

    private static final List<String> READS = List.of(
            "/v1",
            "/v1/articles?section=S",
            "/v1/articles?section=S&include=body,neighbors,translations",
            "/v1/articles?tag=T",
            "/v1/articles?tag=T&lang=de",
            "/v1/articles?tag=!T&section=S",
            "/v1/articles?lang=de&fallback=en&section=S",
            "/v1/articles?slug=own-N",
            "/v1/articles?param.n=N&kind=page,section",
            "/v1/articles?limit=2&sort=title",
            "/v1/articles/N",
            "/v1/articles/N?lang=de",
            "/v1/articles/own-N",
            "/v1/articles/own-N?include=neighbors,body.text",
            "/v1/summaries/N?length=30",
            "/v1/summaries?section=S&length=25",
            "/v1/thumbnails?section=S",
            "/v1/thumbnails/N",
            "/v1/tags",
            "/v1/tags/T",
            "/v1/tags?q=t&sort=-latest",
            "/v1/taxonomies",
            "/v1/taxonomies/tags/T",
            "/v1/archive?section=S",
            "/v1/resolve?url=/S/N/",
            "/v1/resolve?url=/S/own-N/",
            "/v1/resolve?url=/alias-N/",
            "/v1/documents/S/P.md",
            "/v1/assets/S/N/feature.png");

    private static final List<List<String>> FIELDS = List.of(
            List.of(),
            List.of(),
            List.of("Accept-Encoding: gzip"),
            List.of("Accept-Language: de, en;q=0.5"),
            List.of("Accept-Language: en"),
            List.of("Accept: text/html"),
            List.of("Accept: application/ld+json"),
            List.of("Accept: text/markdown"),
            List.of("If-None-Match: *"),
            List.of("Range: bytes=0-9"));

    private final Random random = new Random(SEED);
    private final List<String> done = new ArrayList<>();

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String path() {
        return one(SECTIONS) + "/" + one(NAMES) + one(LANGUAGES) + ".md";
    }

    private String document() {
        var text = new StringBuilder(
                "---\ntitle: Title " + random.nextInt(9) + "\ndate: 2024-0" + (1 + random.nextInt(9)) + "-01\ntags: [T"
                        + random.nextInt(3) + ", t" + random.nextInt(3) + "]\nn: " + one(List.of("a", "b")) + "\n");
        switch (random.nextInt(9)) {
            case 0 -> text.append("draft: true\n");
            case 1 -> text.append("slug: own-").append(one(List.of("a", "b"))).append('\n');
            case 2 ->
                text.append("publishDate: ")
                        .append(Instant.now().plusMillis(900))
                        .append('\n');
            case 3 ->
                text.append("expiryDate: ")
                        .append(Instant.now().plusMillis(900))
                        .append('\n');
            case 4 ->
                text.append("aliases: [/alias-").append(one(List.of("a", "b"))).append("/]\n");
            case 5 -> text.append("translationKey: shared\n");
            case 6 ->
                text.append("url: /twins-x/").append(one(List.of("a", "b"))).append("/\n");
            default -> {}
        }
        return text.append("---\nText ")
                .append(random.nextInt(99))
                .append(". See [one](")
                .append(one(NAMES))
                .append(".md), [two](../")
                .append(one(SECTIONS))
                .append("/a.md) and ![p](feature.png).\n")
                .toString();
    }

    private int write() {
        var path = path();
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                done.add("delete " + path);
                return admin().delete("/v1/documents/" + path).statusCode();
            }
            case 2 -> {
                var from = path();
                done.add("move " + from + " to " + path);
                return admin().contentType("text/markdown")
                        .queryParam("movedFrom", from)
                        .body(document())
                        .put("/v1/documents/" + path)
                        .statusCode();
            }
            case 3, 4 -> {
                var asset = one(SECTIONS) + "/" + one(List.of("d", "e")) + "/feature.png";
                done.add("asset " + asset);
                return random.nextInt(3) == 0
                        ? admin().delete("/v1/assets/" + asset).statusCode()
                        : admin().contentType("application/octet-stream")
                                .body(one(List.of(RED, GREEN)))
                                .put("/v1/assets/" + asset)
                                .statusCode();
            }
            case 5 -> {
                done.add("bulk");
                return Lede.putAll(4, number -> path(), number -> document()).statusCode();
            }
            default -> {
                done.add("put " + path);
                return admin().contentType("text/markdown")
                        .body(document())
                        .put("/v1/documents/" + path)
                        .statusCode();
            }
        }
    }

    private String target() {
        var name = one(List.of("a", "b", "d", "e"));
        return one(READS)
                .replace("S", one(SECTIONS))
                .replace("T", "t" + random.nextInt(4))
                .replace("P", one(NAMES) + one(LANGUAGES))
                .replace("N", name);
    }

    @Test
    void differInNothingWhateverIsWritten() throws IOException {
        var end = System.nanoTime() + TIME.toNanos();
        int reads = 0;
        int found = 0;
        try (var twins = new Twins()) {
            // What is asked for once stays worth asking for again, when it may have become wrong.
            var asked = new ArrayList<String>();
            while (System.nanoTime() < end) {
                assertThat(write()).isLessThan(500);
                for (int i = 0; i < 8; i++) {
                    var target = asked.size() > 40 && random.nextInt(3) > 0 ? one(asked) : target();
                    asked.add(target);
                    done.add(target);
                    try {
                        var reply = twins.same(
                                random.nextInt(8) == 0 ? "HEAD" : "GET",
                                target,
                                one(FIELDS).toArray(String[]::new));
                        reads++;
                        found += reply.status() == 200 ? 1 : 0;
                    } catch (AssertionError difference) {
                        throw new AssertionError(
                                "seed " + SEED + ": " + done.subList(Math.max(0, done.size() - 40), done.size()),
                                difference);
                    }
                }
            }
        }
        // Else it has shown nothing.
        assertThat(found).isGreaterThan(reads / 4);
        assertThat(reads).isGreaterThan(10);
    }
}
