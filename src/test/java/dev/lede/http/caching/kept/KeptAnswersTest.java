package dev.lede.http.caching.kept;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.testsupport.Eventually;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KeptAnswersTest {

    @Inject
    MeterRegistry registry;

    @Inject
    Touches touches;

    @Inject
    Admission admission;

    private double count(String name) {
        return registry.get("lede.cache." + name).functionCounter().count();
    }

    private static String document(String title) {
        return "---\ntitle: " + title + "\ntags: [Kept]\n---\nText of " + title + ", [and a link](other.md).\n";
    }

    private static String title(String target) {
        return given().get(target).then().statusCode(200).extract().path("title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/articles",
                "/v1/articles?tag=kept&limit=2",
                "/v1/articles?limit=2&tag=kept",
                "/v1/articles?section=same&fields=title,date&include=body",
                "/v1/articles/same-one",
                "/v1/articles/same-one?include=neighbors",
                "/v1/summaries?length=20",
                "/v1/summaries/same-one",
                "/v1/thumbnails",
                "/v1/tags",
                "/v1/tags/kept",
                "/v1/taxonomies",
                "/v1/archive?section=same",
                "/v1/resolve?url=/same/same-one/",
                "/v1/documents/same/same-one.md",
                "/v1/assets/same/notes.txt"
            })
    void differInNothingFromAnswersMadeAnew(String target) throws IOException {
        put("same/same-one.md", document("One"));
        put("same/same-two.md", document("Two"));
        admin().contentType("text/plain").body("Notes.".repeat(500)).put("/v1/assets/same/notes.txt");
        try (var twins = new Twins()) {
            var first = twins.same("GET", target);
            var hits = count("hits");
            twins.same("GET", target);
            twins.same("HEAD", target);
            twins.same("GET", target, "Accept-Encoding: gzip, br");
            twins.same("HEAD", target, "Accept-Encoding: gzip");
            twins.same("GET", target, "Origin: https://example.org", "Accept: */*");
            var tag = first.header("ETag").orElseThrow();
            assertThat(twins.same("GET", target, "If-None-Match: " + tag).status())
                    .isEqualTo(304);
            twins.same("GET", target, "If-None-Match: \"other\", W/" + tag, "Accept-Encoding: gzip");
            twins.same("GET", target, "If-None-Match: *");
            assertThat(twins.same("GET", target, "If-Match: \"other\"").status())
                    .isEqualTo(412);
            twins.same("GET", target, "Range: bytes=2-5");
            twins.same("GET", target, "Range: bytes=999999-");
            twins.same("GET", target, "Range: bytes=2-5", "If-Range: " + tag);
            assertThat(twins.same("GET", target, "Accept-Encoding: identity;q=0")
                            .status())
                    .isEqualTo(406);
            assertThat(count("hits")).isGreaterThanOrEqualTo(hits + 13);
        }
    }

    @Test
    void ofOtherArticlesStayWhateverIsWritten() {
        int articles = 50;
        for (int i = 0; i < articles; i++) {
            put("busy/busy-" + i + ".md", document("Busy " + i));
        }
        var random = new Random(7);
        double reads = 0;
        double hits = -count("hits");
        for (int round = 0; round < 20; round++) {
            var written = random.nextInt(articles);
            put("busy/busy-" + written + ".md", document("Busy " + written + " in round " + round));
            for (int i = 0; i < articles; i++) {
                if (i != written) {
                    assertThat(title("/v1/articles/busy-" + i)).startsWith("Busy " + i);
                    reads++;
                }
            }
        }
        hits += count("hits");
        // Each is asked for once before it can be kept, and once after it was written itself.
        assertThat(hits).isGreaterThanOrEqualTo(reads - articles - 20);
        assertThat(hits / reads).isGreaterThan(0.9);
    }

    @Test
    void areGivenAgainWhateverTheOrderOfParameters() {
        put("ordered/one.md", document("Ordered"));
        given().get("/v1/articles?section=ordered&limit=3&tag=kept").then().statusCode(200);
        var hits = count("hits");
        given().get("/v1/articles?tag=kept&limit=3&section=ordered").then().statusCode(200);
        assertThat(count("hits")).isEqualTo(hits + 1);
    }

    @Test
    void areChosenByTheLanguagesOfTheReaderWhereTheseMatter() throws IOException {
        put("spoken/word.md", document("Word"));
        put("spoken/word.de.md", document("Wort"));
        put("spoken/word.fr.md", document("Mot"));
        try (var twins = new Twins()) {
            for (int round = 0; round < 2; round++) {
                twins.same("GET", "/v1/articles/word", "Accept-Language: fr");
                twins.same("GET", "/v1/articles/word");
                twins.same("GET", "/v1/articles/word", "Accept-Language: de");
                twins.same("GET", "/v1/articles/word?lang=fr", "Accept-Language: de");
            }
        }
    }

    @Test
    void knowThatTranslationsElsewhereReplaceTheirArticles() throws IOException {
        var lists = List.of(
                "/v1/articles?lang=de&fallback=en&section=compared",
                "/v1/articles?lang=de&fallback=en&slug=first",
                "/v1/articles?lang=de&fallback=en&tag=comparing",
                "/v1/summaries?lang=de&fallback=en&section=compared",
                "/v1/archive?lang=de&fallback=en&section=compared");
        put(
                "compared/first.md",
                "---\ntitle: First\nlang: en\ndate: 2024-05-01\ntranslationKey: compared\ntags: [comparing]\n---\nText.\n");
        try (var twins = new Twins()) {
            for (var list : lists) {
                assertThat(twins.same("GET", list).text()).as(list).doesNotContain("\"total\":0");
                twins.same("GET", list);
            }
            put("elsewhere/erstes.md", "---\ntitle: Erstes\nlang: de\ntranslationKey: compared\n---\nText.\n");
            for (var list : lists) {
                twins.same("GET", list);
            }
        }
    }

    @Test
    void stayRightWhileOtherThingsChange() {
        put("apart/kept-one.md", document("Apart"));
        title("/v1/articles/kept-one?fields=title");
        given().get("/v1/articles/kept-one").then().statusCode(200);
        put("elsewhere/some.md", "---\ntitle: Elsewhere\n---\nText.\n");
        var hits = count("hits");
        given().get("/v1/articles/kept-one").then().statusCode(200);
        assertThat(count("hits")).isEqualTo(hits + 1);
    }

    @Test
    void areNeverOlderThanAWriteOfThisNode() {
        put("written/kept-written.md", document("Written 0"));
        for (int i = 1; i <= 30; i++) {
            assertThat(given().get("/v1/articles?section=written")
                            .path("items[0].title")
                            .toString())
                    .isEqualTo("Written " + (i - 1));
            assertThat(title("/v1/articles/kept-written")).isEqualTo("Written " + (i - 1));
            var revision = Long.parseLong(
                    put("written/kept-written.md", document("Written " + i)).header("Lede-Revision"));
            var read = given().get("/v1/articles/kept-written");
            assertThat(read.path("title").toString()).isEqualTo("Written " + i);
            assertThat(Long.parseLong(read.header("Lede-Revision"))).isGreaterThanOrEqualTo(revision);
        }
    }

    @Test
    void followWhatComesAndGoesByTheClock() {
        var appears = Instant.now().plusSeconds(2);
        put(
                "timed/timed.md",
                "---\ntitle: Timed\npublishDate: " + appears + "\nexpiryDate: " + appears.plusSeconds(2)
                        + "\n---\nText.\n");
        assertThat(total()).isZero();
        assertThat(given().get("/v1/articles?section=other-than-timed").header("Cache-Control"))
                .matches("public, max-age=0, s-maxage=[01]");
        Eventually.get(KeptAnswersTest::total, total -> total == 1);
        assertThat(Instant.now()).isBefore(appears.plusMillis(1_000));
        Eventually.get(KeptAnswersTest::total, total -> total == 0);
        assertThat(Instant.now()).isBefore(appears.plusMillis(3_000));
    }

    private static int total() {
        return given().get("/v1/articles?section=timed").path("page.total");
    }

    @Test
    void areMadeOnceForManyWhoAskAtOnce() throws Exception {
        put("once/once.md", document("Once"));
        var executor = Executors.newFixedThreadPool(20);
        try {
            for (int round = 0; round < 5; round++) {
                var target = "/v1/articles?section=once&limit=" + (round + 10);
                var before = count("hits");
                var calls = new ArrayList<Callable<Integer>>();
                for (int i = 0; i < 20; i++) {
                    calls.add(() -> given().get(target).statusCode());
                }
                for (var call : executor.invokeAll(calls)) {
                    assertThat(call.get()).isEqualTo(200);
                }
                assertThat(count("hits") - before).isEqualTo(19);
            }
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void areNotReliedOnWhileTheLogIsNotKnown() {
        given().get("/v1/articles?limit=7").then().statusCode(200);
        Eventually.get(
                () -> {
                    touches.doubt();
                    var before = count("bypasses");
                    given().get("/v1/articles?limit=7").then().statusCode(200);
                    return count("bypasses") - before;
                },
                bypasses -> bypasses > 0);
        var hits = count("hits");
        Eventually.get(
                () -> {
                    given().get("/v1/articles?limit=7").then().statusCode(200);
                    return count("hits");
                },
                now -> now > hits);
    }

    @Test
    void areGivenOnlyToThoseWhoAreAdmitted() {
        given().get("/v1/articles?limit=8").then().statusCode(200);
        var hits = count("hits");
        admission.by(client -> false);
        try {
            given().get("/v1/articles?limit=8").then().statusCode(200);
            given().header("Range", "bytes=0-1")
                    .get("/v1/articles?limit=8")
                    .then()
                    .statusCode(200);
            assertThat(count("hits")).isEqualTo(hits);
        } finally {
            admission.by(client -> true);
        }
    }

    @Test
    void tellWhatTheyDependOn() {
        var id = put("tagged/tagged.md", document("Tagged")).path("article.id").toString();
        assertThat(List.of(
                        given().get("/v1/articles/tagged").header("Cache-Tag").split(",")))
                .contains("article:" + id, "slug:tagged", "path:tagged/other.md");
        assertThat(given().get("/v1/articles?section=tagged").header("Cache-Tag"))
                .isEqualTo("section:tagged");
        assertThat(given().get("/v1/articles?tag=kept&section=tagged").header("Cache-Tag"))
                .matches("term:\\d+");
        assertThat(given().get("/v1/articles").header("Cache-Tag")).isEqualTo("articles");
        assertThat(admin().get("/v1/articles?perspective=all").header("Cache-Tag"))
                .isNull();
    }
}
