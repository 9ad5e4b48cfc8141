package dev.lede.taxonomy;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TermsResourceTest {

    @BeforeEach
    void articlesWithTerms() {
        put("terms/1.md", "---\ntitle: 1\ndate: 2024-01-01\ntags: [Zt Alpha, zt-beta]\n---\nText.\n");
        put("terms/2.md", "---\ntitle: 2\ndate: 2024-02-01\ntags: [ZT ALPHA]\nlang: de\n---\nText.\n");
        put("terms/3.md", "---\ntitle: 3\ntags: [zt-gamma]\ndraft: true\n---\nText.\n");
        put("terms/_index.md", "---\ntitle: Section\ntags: [zt-delta]\n---\nText.\n");
    }

    @Test
    void countsVisiblePagesAlone() {
        given().get("/v1/tags?q=zt&sort=-count")
                .then()
                .statusCode(200)
                .body("items.slug", contains("zt-alpha", "zt-beta"))
                .body("items.count", contains(2, 1))
                .body("page.total", equalTo(2));
    }

    @Test
    void tellsTheDateOfTheLatest() {
        given().get("/v1/tags?q=zt&sort=-latest")
                .then()
                .body("items.slug", contains("zt-alpha", "zt-beta"))
                .body("items[0].latest", startsWith("2024-02-01T00:00:00"));
        given().get("/v1/tags?q=zt&lang=en").then().body("items[0].latest", startsWith("2024-01-01T00:00:00"));
    }

    @Test
    void narrowsByLanguageNumberAndPage() {
        given().get("/v1/tags?q=zt&lang=de").then().body("items.slug", contains("zt-alpha"));
        given().get("/v1/tags?q=zt&minCount=2").then().body("items.slug", contains("zt-alpha"));
        given().get("/v1/tags?q=zt&limit=1&page=2&sort=name")
                .then()
                .body("items.slug", contains("zt-beta"))
                .body("page.total", equalTo(2))
                .header("Link", startsWith("</v1/tags?"));
    }

    @Test
    void showsOneTermWithThoseItSharesArticlesWith() {
        given().get("/v1/tags/zt-alpha")
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("related.slug", contains("zt-beta"))
                .body("related[0].count", equalTo(1));
        given().get("/v1/taxonomies/tags/zt-alpha").then().statusCode(200);
        given().get("/v1/tags/zt-gamma").then().statusCode(404);
        given().get("/v1/tags/zt-delta").then().statusCode(404);
        given().get("/v1/taxonomies/colours").then().statusCode(404);
    }

    @Test
    void followsWhatIsDeletedAndChanged() {
        put("terms/moving.md", "---\ntitle: M\ntags: [zt-moving]\n---\nText.\n");
        given().get("/v1/tags?q=zt-mov").then().body("items.slug", hasItem("zt-moving"));

        put("terms/moving.md", "---\ntitle: M\ntags: [zt-moved]\n---\nText.\n");
        given().get("/v1/tags?q=zt-mov")
                .then()
                .body("items.slug", not(hasItem("zt-moving")))
                .body("items.slug", hasItem("zt-moved"));

        admin().delete("/v1/documents/terms/moving.md");
        given().get("/v1/tags?q=zt-mov").then().body("items.slug", not(hasItem("zt-moved")));
    }

    @Test
    void whatIsTypedMayBeAnything() {
        encoded().get("/v1/tags?q=%00").then().statusCode(200);
        encoded().get("/v1/tags?q=zt-%00a").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"zc#, zc%23", "Za/B, za%2Fb", "'za\\\\b', za%5Cb", "zc++, zc++", "中/文, %E4%B8%AD%2F%E6%96%87"})
    void findsATermWhateverItsSlugHolds(String name, String encoded) {
        put("terms/odd.md", "---\ntitle: Odd\ndate: 2024-03-01\ntags: [\"" + name + "\", zo-odd]\n---\nText.\n");
        var slug = URI.create(encoded).getPath();

        encoded().get("/v1/tags/" + encoded).then().statusCode(200).body("slug", equalTo(slug));
        encoded().get("/v1/taxonomies/tags/" + encoded).then().statusCode(200).body("slug", equalTo(slug));
        encoded()
                .get("/v1/articles?tag=zo-odd&tag=" + encoded.replace("+", "%2B"))
                .then()
                .statusCode(200)
                .body("items.title", contains("Odd"))
                .body("items[0].tags.slug", hasItem(slug));
        encoded().get("/v1/tags/zo-odd").then().body("related.slug", hasItem(slug));
    }

    @Test
    void encodesSlugsInTheAddressesOfOtherPages() {
        put("terms/c1.md", "---\ntitle: C1\ndate: 2024-03-01\ntags: [zl/c#]\n---\nText.\n");
        put("terms/c2.md", "---\ntitle: C2\ndate: 2024-03-02\ntags: [zl/c#]\n---\nText.\n");

        var next = encoded()
                .get("/v1/articles?limit=1&tag=zl%2Fc%23")
                .then()
                .body("items.title", contains("C2"))
                .extract()
                .headers()
                .getValues("Link")
                .stream()
                .filter(link -> link.endsWith("rel=\"next\""))
                .findFirst()
                .orElseThrow();

        encoded()
                .get(next.substring(1, next.indexOf('>')))
                .then()
                .statusCode(200)
                .body("items.title", contains("C1"));
    }

    @Test
    void listsTheTaxonomies() {
        given().get("/v1/taxonomies").then().body("items.name", hasItems("tags", "categories"));
    }

    private static RequestSpecification encoded() {
        return given().urlEncodingEnabled(false);
    }
}
