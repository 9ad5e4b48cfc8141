package dev.lede.thumbnail;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.lede.testsupport.Eventually;
import dev.lede.testsupport.Tree;
import dev.lede.thumbnail.fetch.DirtyServer;
import dev.lede.thumbnail.fetch.Plays;
import dev.lede.thumbnail.picture.PictureFacts;
import dev.lede.thumbnail.picture.Pictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.Color;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithPictures.class)
class ThumbnailsTest {

    private static final byte[] RED_AND_BLUE = Drawn.halves("png", 700, 350, Color.RED, Color.BLUE);

    private static DirtyServer origin;

    @BeforeAll
    static void start() throws IOException {
        origin = DirtyServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        origin.close();
    }

    private static void putAsset(String path, byte[] bytes) {
        admin().contentType("application/octet-stream")
                .body(bytes)
                .put("/v1/assets/" + path)
                .then()
                .statusCode(201);
    }

    /** An article in a bundle with this picture; its id. */
    private static String bundle(String name, byte[] picture, String more) {
        putAsset("content/pictured/" + name + "/cover.png", picture);
        return article("content/pictured/" + name + "/index.md", "thumbnail: {src: cover.png, alt: Both" + more + "}");
    }

    private static String article(String path, String line) {
        return put(path, "---\ntitle: Pictured\n" + line + "\n---\nText.\n")
                .then()
                .statusCode(anyOf(is(200), is(201)))
                .extract()
                .path("article.id");
    }

    private static JsonPath thumbnail(String id) {
        return given().get("/v1/thumbnails/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath settled(String id) {
        return Eventually.get(() -> thumbnail(id), json -> !"pending".equals(json.getString("thumbnail.status")));
    }

    private static JsonPath ready(String id) {
        var settled = settled(id);
        assertThat(settled.getString("thumbnail.status")).as(settled.prettify()).isEqualTo("ready");
        return settled;
    }

    /** An article whose picture is ready: the same one for all who change nothing of it. */
    private static String anyReady() {
        var path = "content/pictured/any/";
        admin().contentType("application/octet-stream").body(RED_AND_BLUE).put("/v1/assets/" + path + "cover.png");
        String id = put(path + "index.md", "---\ntitle: Any\n---\nText.\n").path("article.id");
        ready(id);
        return id;
    }

    private static Response load(String address, String... headers) {
        var request = given();
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.get(address);
    }

    private static PictureFacts picture(Response response) {
        return Pictures.inspect(response.then().statusCode(200).extract().asByteArray());
    }

    @Test
    void tellsAllThatIsNeededToDrawAPicture() {
        var id = bundle("told", RED_AND_BLUE, "");

        var json = ready(id);

        assertThat(json.getString("thumbnail.src")).isEqualTo("/v1/assets/content/pictured/told/cover.png");
        assertThat(json.getString("thumbnail.alt")).isEqualTo("Both");
        assertThat(json.getString("thumbnail.type")).isEqualTo("image/png");
        assertThat(json.getInt("thumbnail.width")).isEqualTo(700);
        assertThat(json.getInt("thumbnail.height")).isEqualTo(350);
        assertThat(json.getString("thumbnail.color")).matches("#[0-9a-f]{6}");
        assertThat(json.getString("thumbnail.blurhash")).hasSizeBetween(6, 90);
        // 960 would be 700 again, and 1280 too: one of them is enough.
        assertThat(json.getList("thumbnail.renditions.width")).isEqualTo(List.of(160, 320, 640, 700));
        assertThat(json.getList("thumbnail.renditions.height")).isEqualTo(List.of(80, 160, 320, 350));
        assertThat(json.getList("thumbnail.renditions.type")).containsOnly("image/webp");
        // A card and the whole article tell the same.
        given().get("/v1/articles/" + id).then().body("thumbnail", equalTo(json.get("thumbnail")));
        given().get("/v1/articles?fields=id,thumbnail.blurhash,thumbnail.renditions.url&limit=100")
                .then()
                .body("items.find { it.id == '" + id + "' }.thumbnail", aMapWithSize(2));
    }

    @Test
    void servesEveryRenditionThatItTellsOf() {
        var renditions = ready(bundle("served", RED_AND_BLUE, "")).<Map<String, Object>>getList("thumbnail.renditions");

        for (var rendition : renditions) {
            var response = load(String.valueOf(rendition.get("url")));
            response.then()
                    .contentType("image/webp")
                    .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                    .header("ETag", matchesPattern("\"[^\"]+\""))
                    .header("Vary", not(containsString("Accept,")));
            var picture = picture(response);
            assertThat(picture.width()).isEqualTo(rendition.get("width"));
            assertThat(picture.height()).isEqualTo(rendition.get("height"));
        }
    }

    @Test
    void isKeptForEverOnlyByItsVersion() {
        var id = bundle("versioned", RED_AND_BLUE, "");
        String url = ready(id).getString("thumbnail.renditions[0].url");
        for (var other : List.of(url.substring(0, url.indexOf('?')), url.replaceAll("v=.*", "v=0123456789abcdef"))) {
            load(other).then().statusCode(200).header("Cache-Control", not(containsString("immutable")));
        }

        // Another picture has another address.
        admin().body(Drawn.plain("png", 700, 350, Color.GREEN))
                .contentType("application/octet-stream")
                .put("/v1/assets/content/pictured/versioned/cover.png")
                .then()
                .statusCode(200);
        Eventually.get(
                () -> thumbnail(id),
                json -> json.getString("thumbnail.status").equals("ready")
                        && !json.getString("thumbnail.renditions[0].url").equals(url));
        load(url).then().statusCode(200).header("Cache-Control", not(containsString("immutable")));
    }

    @Test
    void answersConditionsAndRanges() {
        var id = anyReady();
        var address = "/v1/thumbnails/" + id + "/320.png";
        var whole = load(address)
                .then()
                .statusCode(200)
                .header("Accept-Ranges", equalTo("bytes"))
                .extract();
        var tag = whole.header("ETag");
        var bytes = whole.asByteArray();

        load(address, "If-None-Match", tag).then().statusCode(304);
        var part = load(address, "Range", "bytes=10-19", "If-Range", tag);
        part.then().statusCode(206).header("Content-Range", equalTo("bytes 10-19/" + bytes.length));
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
        load(address, "Range", "bytes=" + bytes.length + "-")
                .then()
                .statusCode(416)
                .header("Content-Range", equalTo("bytes */" + bytes.length));
    }

    @ParameterizedTest
    @CsvSource({"320.webp,image/webp", "320.jpg,image/jpeg", "320.png,image/png", "square.jpg,image/jpeg"})
    void comesInEveryFormat(String rendition, String type) {
        var id = anyReady();
        var response = load("/v1/thumbnails/" + id + "/" + rendition, "Accept", "text/html");
        response.then().contentType(type);
        assertThat(picture(response).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|image/webp",
                "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5|image/webp",
                "image/png,image/svg+xml,image/*;q=0.8,video/*;q=0.8,*/*;q=0.5|image/png",
                "image/jpeg|image/jpeg",
            })
    void comesAsAcceptSaysWhenTheAddressDoesNot(String accept, String type) {
        var id = anyReady();
        var response = load("/v1/thumbnails/" + id + "/160", "Accept", accept);
        response.then().contentType(type).header("Vary", containsString("Accept"));
        assertThat(response.header("Vary").split(", ")).contains("Accept");
        assertThat(picture(response).type()).isEqualTo(type);
    }

    @Test
    void saysWhenNoFormatIsAccepted() {
        var id = anyReady();
        load("/v1/thumbnails/" + id + "/160", "Accept", "image/avif").then().statusCode(406);
    }

    @Test
    void cropsAroundWhatMustBeSeen() {
        var left = bundle("left", RED_AND_BLUE, ", focus: [0, 0.5]");
        var right = bundle("right", RED_AND_BLUE, ", focus: [1, 0.5]");
        var middle = bundle("middle", RED_AND_BLUE, "");
        for (var id : List.of(left, right, middle)) {
            ready(id);
        }
        assertThat(square(left).color())
                .isEqualTo(Pictures.inspect(Drawn.plain("png", 9, 9, Color.RED)).color());
        assertThat(square(right).color())
                .isEqualTo(
                        Pictures.inspect(Drawn.plain("png", 9, 9, Color.BLUE)).color());
        assertThat(square(middle).color())
                .isNotIn(square(left).color(), square(right).color());
    }

    private static PictureFacts square(String id) {
        var picture = picture(load("/v1/thumbnails/" + id + "/square.png"));
        // 400 by 400 would have to be enlarged.
        assertThat(picture.width()).isEqualTo(350);
        assertThat(picture.height()).isEqualTo(350);
        return picture;
    }

    @Test
    void isNeverEnlarged() {
        var id = bundle("small", Drawn.plain("png", 40, 30, Color.RED), "");
        var json = ready(id);
        assertThat(json.getList("thumbnail.renditions.width")).isEqualTo(List.of(40));
        assertThat(picture(load("/v1/thumbnails/" + id + "/1280.png")).width()).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"161.webp", "320.avif", "320.", ".webp", "circle.png", "320.webp.webp", "-1.png"})
    void hasNoOtherSizesAndFormats(String rendition) {
        var id = anyReady();
        load("/v1/thumbnails/" + id + "/" + rendition).then().statusCode(404).body("detail", containsString("square"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "00000000-0000-5000-8000-000000000000"})
    void hasNoPicturesOfWhatIsNotThere(String id) {
        load("/v1/thumbnails/" + id + "/320.webp").then().statusCode(404);
    }

    @Test
    void hidesThePicturesOfDrafts() {
        putAsset("content/pictured/hidden/cover.png", RED_AND_BLUE);
        var id = article("content/pictured/hidden/index.md", "thumbnail: cover.png\ndraft: true");
        Eventually.get(
                () -> admin().get("/v1/thumbnails/" + id + "?perspective=all").jsonPath(),
                json -> json.getString("thumbnail.status").equals("ready"));

        load("/v1/thumbnails/" + id + "/320.webp").then().statusCode(404);
        admin().get("/v1/thumbnails/" + id + "/320.webp")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-store"));
    }

    @Test
    void leavesDrawingsAsTheyAre() {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>".getBytes(UTF_8);
        putAsset("content/pictured/drawing/cover.svg", svg);
        var id = article("content/pictured/drawing/index.md", "title2: x");
        var json = ready(id);
        assertThat(json.<Map<String, Object>>get("thumbnail").keySet())
                .containsExactlyInAnyOrder("src", "status", "type");
        load("/v1/thumbnails/" + id + "/320.webp").then().statusCode(404);
    }

    @Test
    void keepsItsOwnCopyWhenTheOriginIsGone() throws Exception {
        String id;
        try (var dying = DirtyServer.start()) {
            dying.on("/chip.png", Plays.mistyped(RED_AND_BLUE));
            id = article("content/pictured/fetched.md", "thumbnail: " + dying.url("/chip.png"));
            var json = ready(id);
            assertThat(json.getString("thumbnail.src")).isEqualTo(dying.url("/chip.png"));
            assertThat(dying.asked()).hasSize(1);
        }
        assertThat(picture(load("/v1/thumbnails/" + id + "/640.webp")).width()).isEqualTo(640);
    }

    @Test
    void fetchesOnceWhatManyShow() throws Exception {
        origin.on("/shared.png", Plays.bytes(RED_AND_BLUE));
        var ids = IntStream.range(0, 5)
                .mapToObj(
                        i -> article("content/pictured/shared-" + i + ".md", "thumbnail: " + origin.url("/shared.png")))
                .toList();
        ids.forEach(ThumbnailsTest::ready);
        var late = article("content/pictured/shared-late.md", "thumbnail: " + origin.url("/shared.png"));
        // What is known is told at once.
        assertThat(thumbnail(late).getString("thumbnail.status")).isEqualTo("ready");
        assertThat(origin.asked().stream().filter(asked -> asked.target().equals("/shared.png")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "missing.png|404",
                "page.png|no picture of a known type",
                "broken.png|broken or incomplete",
                "elsewhere.png|http",
            })
    void saysWhyAPictureFailed(String name, String reason) {
        origin.on("/page.png", Plays.bytes("<html>No picture here".getBytes(UTF_8), "Content-Type: image/png"));
        origin.on("/broken.png", Plays.bytes(Arrays.copyOf(RED_AND_BLUE, 400)));
        origin.on("/elsewhere.png", Plays.redirect(302, "file:///etc/passwd"));
        origin.on("/missing.png", Plays.status(404));
        var id = article("content/pictured/failed-" + name + ".md", "thumbnail: " + origin.url("/" + name));

        var json = settled(id);

        assertThat(json.getString("thumbnail.status")).isEqualTo("failed");
        assertThat(json.getString("thumbnail.src")).isEqualTo(origin.url("/" + name));
        assertThat(json.getString("thumbnail.reason")).contains(reason).doesNotContain("passwd");
        load("/v1/thumbnails/" + id + "/320.webp").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failed|https://someone:secret@a.example.org/a.png|An address with a user or a password in it is not fetched.",
                "failed|http://a.example.org:25/a.png|Nothing is fetched from port 25.",
                "failed|httpx://a.example.org/a.png|Only http and https addresses are asked.",
                "off|https://a.example.com/a.png|",
                "off|/nowhere.png|",
            })
    void saysWhyAnAddressIsNeverFetched(String status, String address, @Nullable String reason) {
        var id = article("content/pictured/refused.md", "thumbnail: " + address);
        var json = thumbnail(id);
        assertThat(json.getString("thumbnail.status")).isEqualTo(status);
        assertThat(json.getString("thumbnail.reason")).isEqualTo(reason);
        assertThat(json.getString("thumbnail.src")).isEqualTo(address);
    }

    @Test
    void isMadeOnceHoweverManyAsk() throws Exception {
        var id = bundle("asked", Drawn.halves("png", 1500, 900, Color.RED, Color.BLUE), "");
        String url = ready(id).getString("thumbnail.renditions[3].url");
        // Other tests' pictures may still be on their way.
        var before = Eventually.unchanging(ThumbnailsTest::made);
        var executor = Executors.newFixedThreadPool(32);
        try {
            Callable<byte[]> asking =
                    () -> load(url).then().statusCode(200).extract().asByteArray();
            var answers = executor.invokeAll(Collections.nCopies(200, asking), 60, TimeUnit.SECONDS);
            var first = answers.get(0).get();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        } finally {
            executor.shutdownNow();
        }
        // All widths of the format are made together.
        assertThat(Eventually.unchanging(ThumbnailsTest::made) - before).isEqualTo(5);
    }

    private static double made() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("lede_renditions_made_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void comesWithAnUploadAndTellsOfManyInOneRevision() {
        var tree = Tree.of();
        for (int i = 0; i < 30; i++) {
            tree.with("content/many/p" + i + "/index.md", "---\ntitle: Many " + i + "\nthumbnail: p.png\n---\nText.\n");
            tree.with("content/many/p" + i + "/p.png", Drawn.plain("png", 200 + i, 100, Color.ORANGE));
        }
        admin().contentType("application/x-tar")
                .body(tree.tar())
                .post("/v1/documents")
                .then()
                .statusCode(200);
        var stored = revision();
        Eventually.get(
                () -> given().get("/v1/thumbnails?section=many&limit=100").jsonPath(),
                json -> json.getList("items.thumbnail.status").stream()
                                .filter("ready"::equals)
                                .count()
                        == 30);
        // One by one they would have taken thirty.
        assertThat(revision() - stored).isBetween(1L, 10L);
    }

    private static long revision() {
        return Long.parseLong(given().get("/v1/tags").header("Lede-Revision"));
    }

    @Test
    void warnsOfAFocusThatIsNoPoint() {
        put("content/pictured/unfocused.md", "---\ntitle: A\nthumbnail: {src: /a.png, focus: [2, top]}\n---\nText.\n")
                .then()
                .statusCode(201)
                .body("warnings[0].key", equalTo("focus"))
                .body("warnings[0].line", equalTo(3))
                .body("warnings[0].hint", startsWith("write two numbers"));
    }

    @Test
    void isNoneWhenItsAssetGoes() {
        var id = bundle("gone", RED_AND_BLUE, "");
        String url = ready(id).getString("thumbnail.renditions[0].url");
        admin().delete("/v1/assets/content/pictured/gone/cover.png").then().statusCode(204);
        given().get("/v1/articles/" + id)
                .then()
                .body("thumbnail.status", equalTo("off"))
                .body("thumbnail.type", nullValue());
        load(url).then().statusCode(404);
    }
}
