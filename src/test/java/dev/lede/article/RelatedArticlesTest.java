package dev.lede.article;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RelatedArticlesTest {

    private static void article(String name, String lang, String frontMatter, String body) {
        put(
                        "content/related/" + name + ".md",
                        "---\nslug: " + name + "\nlang: " + lang + "\n" + frontMatter + "\n---\n" + body)
                .then()
                .statusCode(201);
    }

    private static List<String> related(String slug) {
        return given().get("/v1/articles/" + slug + "?fields=related.slug")
                .jsonPath()
                .getList("related.slug");
    }

    /** Written and judged before there was a measure: which articles belong together. */
    private static final Map<String, List<String>> JUDGED = Map.of(
            "rel-kiln", List.of("rel-glaze", "rel-pottery-fair"),
            "rel-sleeper", List.of("rel-night-train", "rel-railway"),
            "rel-chip", List.of("rel-foundry", "rel-litho"),
            "rel-tea", List.of("rel-puer", "rel-teapot"),
            "rel-brot", List.of("rel-sauerteig"),
            "rel-yaki", List.of("rel-kama"),
            "rel-kimchi", List.of("rel-jang"));

    @Test
    void areAboutTheSame() {
        article(
                "rel-kiln",
                "en",
                "title: Building a kiln",
                "A kiln of bricks. Potters fire clay in a kiln. Clay and glaze.");
        article("rel-glaze", "en", "title: Ash glazes", "A glaze runs in a hot kiln. Potters test each glaze on clay.");
        article(
                "rel-pottery-fair",
                "en",
                "title: The potters' fair",
                "Potters sell bowls. Clay bowls, fired in a kiln.");
        article(
                "rel-sleeper",
                "en",
                "title: Sleeper to Vienna",
                "The sleeper leaves at night. Railways order sleeper carriages.");
        article(
                "rel-night-train",
                "en",
                "title: Night trains",
                "A night train has sleeper carriages. Railways earn at night.");
        article(
                "rel-railway",
                "en",
                "title: Railways and carriages",
                "Railways buy carriages. Old carriages are rebuilt.");
        article("rel-chip", "zh-CN", "title: 国产芯片的进展", "芯片制造需要光刻机。国产芯片的良率正在提高，晶圆厂扩产。");
        article("rel-foundry", "zh-CN", "title: 晶圆厂扩产", "晶圆厂扩产，芯片制造的良率成为焦点。");
        article("rel-litho", "zh-CN", "title: 光刻机的历史", "光刻机是芯片制造的核心设备。光刻机的精度决定芯片。");
        article("rel-tea", "zh-CN", "title: 古树茶", "云南的古树茶，普洱茶的原料。制茶人采茶。");
        article("rel-puer", "zh-CN", "title: 普洱茶入门", "普洱茶来自云南，古树茶更贵。");
        article("rel-teapot", "zh-TW", "title: 紫砂壺與普洱茶", "紫砂壺泡普洱茶，古樹茶也合適。");
        article(
                "rel-brot",
                "de",
                "title: Brot backen",
                "Das Brot braucht Sauerteig und Mehl. Der Bäcker knetet den Sauerteig.");
        article(
                "rel-sauerteig",
                "de",
                "title: Sauerteig ansetzen",
                "Sauerteig besteht aus Mehl und Wasser. Bäcker füttern den Sauerteig.");
        article("rel-yaki", "ja", "title: 備前焼の窯", "備前焼の窯を薪で焚く。釉薬を使わない。");
        article("rel-kama", "ja", "title: 登り窯と備前焼", "登り窯で備前焼を焼く。薪と釉薬の話。");
        article("rel-kimchi", "ko", "title: 김치를 담그는 법", "김치에는 배추와 고춧가루가 필요하다. 발효가 중요하다.");
        article("rel-jang", "ko", "title: 장과 발효", "발효 음식인 장과 김치. 고춧가루와 배추를 쓴다.");

        JUDGED.forEach((slug, judged) -> {
            var found = related(slug);
            assertThat(found.subList(0, Math.min(judged.size(), found.size())))
                    .as(slug)
                    .containsExactlyInAnyOrderElementsOf(judged);
        });
        assertThat(related("rel-kiln")).isEqualTo(related("rel-kiln"));
    }

    @Test
    void shareRareTermsRatherThanCommonOnesAndSayWhy() {
        for (int i = 0; i < 8; i++) {
            article(
                    "com-" + i,
                    "nl",
                    "title: Nr " + i + "\ndate: 2024-03-01\ntags: [Veelvoud]",
                    "Tekst" + i + " los" + i + ".");
        }
        article("rare-a", "nl", "title: A\ndate: 2024-03-01\ntags: [Veelvoud, Zelden]", "Eerste.");
        article("rare-b", "nl", "title: B\ndate: 2021-03-01\ntags: [Zelden]", "Tweede.");
        article("rare-c", "fr", "title: C\ndate: 2024-03-01\ntags: [Zelden]", "Troisième.");
        article("rare-d", "nl", "title: D\ndate: 2024-03-01\ntags: [Zelden]\ndraft: true", "Vierde.");

        given().get("/v1/articles/rare-a?include=related")
                .then()
                .statusCode(200)
                .header("Cache-Tag", containsString("articles"))
                .body("title", equalTo("A"))
                .body("related[0].slug", equalTo("rare-b"))
                .body("related[0].url", equalTo("/nl/related/rare-b/"))
                .body("related[0].reasons.terms.slug", contains("zelden"))
                .body("related[0].reasons.terms.name", contains("Zelden"))
                .body("related[0].reasons.days", equalTo(1096))
                .body("related[1].slug", equalTo("com-" + newest()))
                .body("related.slug", not(hasItem("rare-d")))
                .body("related.slug", not(hasItem("rare-a")));
        // There are enough in its own language.
        assertThat(related("rare-a")).hasSize(6).doesNotContain("rare-c");
        assertThat(related("rare-c")).startsWith("rare-a", "rare-b");
    }

    /** Of those that share as much and are as far away in time the one with the greatest id comes first, as in lists. */
    private static String newest() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            ids.add(given().get("/v1/articles/com-" + i + "?fields=id")
                            .jsonPath()
                            .getString("id") + " " + i);
        }
        return ids.stream()
                .sorted()
                .reduce((first, second) -> second)
                .orElseThrow()
                .substring(37);
    }

    @Test
    void mayLieAThousandYearsApart() {
        article("old-news", "no", "title: Slag\ndate: 1066-10-14\ntags: [Tusenaar]", "Gammelt.");
        article("new-news", "no", "title: Fred\ndate: 2024-10-14\ntags: [Tusenaar]", "Nytt.");

        given().get("/v1/articles/new-news?include=related")
                .then()
                .statusCode(200)
                .body("related.slug", contains("old-news"))
                .body("related[0].reasons.days", equalTo(349_903));
    }

    @Test
    void areNoTranslationsAndFollowWhatChanges() {
        put(
                "content/relative/post.sv.md",
                "---\ntitle: Kantareller\ntags: [Svampkunskap]\n---\nKantareller växer i skogen.");
        put("content/relative/post.da.md", "---\ntitle: Kantareller\ntags: [Svampkunskap]\n---\nKantareller vokser.");
        put(
                "content/relative/other.sv.md",
                "---\nslug: other-svamp\ntitle: Karljohan\ntags: [Svampkunskap]\n---\nKarljohan.");
        var address = "/v1/articles/post?lang=sv&include=related";
        given().get(address).then().body("related.slug", contains("other-svamp"));
        admin().delete("/v1/documents/content/relative/other.sv.md").then().statusCode(204);
        given().get(address).then().body("related", empty());
        // Without a date nothing is told of time.
        put(
                "content/relative/third.sv.md",
                "---\nslug: third-svamp\ntitle: Murklor\ntags: [Svampkunskap]\n---\nMurklor.");
        given().get(address)
                .then()
                .body("related.slug", contains("third-svamp"))
                .body("related[0].reasons.days", nullValue());
    }

    @Test
    void areToldOfOneArticleAlone() {
        given().get("/v1/articles?include=related").then().statusCode(400);
        given().get("/v1/changes?include=related").then().statusCode(400);
        given().get("/v1/articles?fields=related").then().statusCode(400);
    }
}
