package dev.lede.article;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What lists say of how many articles there are is what they hold, however it came to be so. */
@QuarkusTest
class TotalsTest {

    private static final List<String> LANGUAGES = List.of("en", "de", "zh-CN");
    private static final List<String> TAGS = List.of("kept-one", "kept-two", "kept-three");
    private static final List<String> STATES =
            List.of("draft: true", "draft: false", "draft: false", "publishDate: 2999-01-01", "expiryDate: 2001-01-01");

    private static final List<String> FILTERS = List.of(
            "section=kept-a",
            "section=kept-a,kept-b",
            "lang=de&section=kept-b",
            "lang=de,en&section=kept-a,kept-b",
            "tag=kept-one",
            "tag=kept-one&lang=zh-CN",
            "tag=kept-two&lang=en,de",
            "tag=kept-one&section=kept-a",
            "tag=kept-one,kept-two",
            "tag=!kept-one&section=kept-b",
            "tag=kept-one&tag=kept-three",
            "kind=section,page&section=kept-a",
            "section=kept-a&from=2020-01-01",
            "section=kept-nowhere",
            "tag=kept-never");

    private final Random random = new Random(7);

    @Test
    void totalsFollowEveryWrite() {
        for (int write = 0; write < 40; write++) {
            var path = "kept-" + pick(List.of("a", "b")) + "/" + pick(List.of("_index", "x", "y", "z", "w"));
            if (random.nextInt(4) == 0) {
                admin().delete("/v1/documents/" + path + ".md");
            } else {
                put(path + ".md", document()).then().statusCode(lessThan(300));
            }
            if (write % 10 == 9) {
                FILTERS.forEach(TotalsTest::isWhatIsListed);
            }
        }
        // Again, as what had to be counted is remembered now.
        FILTERS.forEach(TotalsTest::isWhatIsListed);
    }

    @Test
    void theTotalOfEverythingIsWhatTheLanguagesAddUpTo() {
        put("kept-a/one.md", document());
        var all = total("/v1/articles?limit=1");

        assertThat(all).isPositive();
        assertThat(total("/v1/summaries?limit=1")).isEqualTo(all);
        // Nobody has counted it by a condition that every article meets.
        assertThat(total("/v1/articles?limit=1&tag=!kept-never")).isEqualTo(all);
    }

    private static void isWhatIsListed(String filter) {
        var list = given().get("/v1/articles?limit=100&" + filter).then().statusCode(200);
        List<String> ids = list.extract().path("items.id");

        assertThat(list.extract().<Integer>path("page.total")).as(filter).isEqualTo(ids.size());
    }

    private static int total(String address) {
        return given().get(address).then().statusCode(200).extract().path("page.total");
    }

    private String document() {
        var tags = IntStream.range(0, random.nextInt(3))
                .mapToObj(tag -> pick(TAGS))
                .distinct()
                .toList();
        return "---\ntitle: Kept\ndate: 20" + (15 + random.nextInt(10)) + "-01-01\nlang: " + pick(LANGUAGES) + "\n"
                + pick(STATES) + "\ntags: " + tags + "\n---\n" + random.nextInt();
    }

    private <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
