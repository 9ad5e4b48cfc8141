package dev.lede.search;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchResourceTest {

    private static final String SECTION = "wanted";

    private static boolean stored;

    // Not before all tests, as then it is not yet known where the application listens.
    @BeforeEach
    void store() {
        if (stored) {
            return;
        }
        stored = true;
        document("chip", "zh-CN", "传OpenAI自研AI芯片", "2025-02-11", """
                据路透社报道，OpenAI正在开发其第一代内部人工智能芯片，采用台积电3nm工艺。TPU v5 已经发布。

                有人认为“国产替代”之路漫长；联系 press@example.com 或阅读 GPT-4o 的说明。
                """);
        document("traditional", "zh-TW", "國際電腦展覽會開幕", "2024-06-01", "臺北國際電腦展今年以人工智慧為主題，參觀者眾多。");
        document("japanese", "ja", "プログラミング言語の歴史", "2023-01-01", "がぎぐげごという音。東京都庁で開かれた会議では、プログラムの検索が話題になった。");
        document("korean", "ko", "한국 경제의 미래", "2023-05-01", "인공지능반도체산업이 빠르게 성장하고 있다.");
        document("english", "en", "Running databases in production", "2024-03-01", """
                Engineers were running studies about queries. The end of the history of computing is not near.

                We call parseQueryString and snake_case_name from C++ code; .NET works as well, in version 1.22.3 or later.
                To be or not to be is the question. Fish & chips <b>bold</b> cost $5.
                """);
        document(
                "french",
                "fr",
                "L'été à la plage",
                "2022-07-01",
                "Les chevaux mangeaient de l'herbe près du café. Un résumé suit.");
        document(
                "german",
                "de",
                "Die Donaudampfschifffahrt",
                "2021-01-01",
                "Häuser an der Straße; die Größe zählt. Müller kommt.");
        document("resume", "en", "How to resume work", "2022-07-02", "Press the key to resume.");
        document("resume-accent", "en", "How to write a résumé", "2022-07-01", "A résumé is short.");
    }

    private static void document(String slug, String lang, String title, String date, String body) {
        put(
                        "content/" + SECTION + "/" + slug + "." + lang.toLowerCase(java.util.Locale.ROOT) + ".md",
                        "---\ntitle: \"" + title + "\"\nslug: " + slug + "\nlang: " + lang + "\ndate: " + date
                                + "\n---\n" + body)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse search(String q, Object... more) {
        var request = given().queryParam("q", q).queryParam("section", SECTION);
        for (int i = 0; i < more.length; i += 2) {
            request.queryParam((String) more[i], more[i + 1]);
        }
        return request.get("/v1/search").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "芯|chip",
                "片|chip",
                "工智能芯|chip",
                "人工智能|chip",
                "自研AI芯|chip",
                "3nm|chip",
                "３ＮＭ|chip",
                "台积电 3nm|chip",
                "台積電3nm工藝|chip",
                "TPU v5|chip",
                "gpt-4o|chip",
                "GPT 4o|chip",
                "gpt4o|chip",
                "press@example.com|chip",
                "国产替代|chip",
                "国际电脑|traditional",
                "國際電腦|traditional",
                "际电|traditional",
                "プログラミング|japanese",
                "ﾌﾟﾛｸﾞﾗﾐﾝｸﾞ|japanese",
                "ログラ|japanese",
                "京都|japanese",
                "庁|japanese",
                "반도체|korean",
                "공지|korean",
                "경제|korean",
                "미래|korean",
                "run database|english",
                "study|english",
                "querying|english",
                "C++|english",
                ".NET|english",
                ".net|english",
                "1.22.3|english",
                "1.22|english",
                "parseQueryString|english",
                "parsequerystring|english",
                "parse_query|english",
                "query string|english",
                "snake_case_name|english",
                "snakeCase|english",
                "datab|english",
                "the history of computing|english",
                "\"end of the history\"|english",
                "\"to be or not to be\"|english",
                "cheval|french",
                "chevaux|french",
                "manger|french",
                "herbe|french",
                "l'herbe|french",
                "ete|french",
                "L’ÉTÉ|french",
                "donau|german",
                "haus|german",
                "HAUSER|german",
                "strasse|german",
                "STRAẞE|german",
                "groesse|german",
                "muller|german",
            })
    void finds(String q, String slug) {
        search(q).body("items.slug", slug == null ? empty() : hasItem(slug));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "国经",
                "片据",
                "芯智",
                "1.3",
                "C#",
                "GPT-4x",
                "\"history the of\"",
                "tabase",
                "能人",
                "press@example.org",
                "국경"
            })
    void findsNothingThatIsNotThere(String q) {
        search(q).body("items", empty()).body("page.total", equalTo(0));
    }

    @Test
    void highlightsWhatWasFound() {
        search("芯片")
                .body("items[0].slug", equalTo("chip"))
                .body("items[0].score", greaterThan(0f))
                .body("items[0].highlights.title", equalTo("传OpenAI自研AI<mark>芯片</mark>"))
                .body("items[0].highlights.body[0]", containsString("人工智能<mark>芯片</mark>，"));
        search("study").body("items[0].highlights.body[0]", containsString("<mark>studies</mark>"));
        search("chips bold")
                .body("items[0].highlights.body[0]", containsString("Fish &amp; <mark>chips bold</mark> cost"));
        search("ete").body("items[0].highlights.title", equalTo("L&#39;<mark>été</mark> à la plage"));
        search("電腦").body("items[0].highlights.title", equalTo("國際<mark>電腦</mark>展覽會開幕"));
        search("press@example.com")
                .body("items[0].highlights.body[0]", containsString("<mark>press@example.com</mark>"));
    }

    @Test
    void excludes() {
        search("人工").body("items.slug", containsInAnyOrder("chip", "traditional"));
        search("人工 -芯片").body("items.slug", contains("traditional"));
        search("人工 -\"人工 智能\"").body("items.slug", contains("traditional"));
        search("resume -write -plage").body("items.slug", contains("resume"));
    }

    @Test
    void wordsJustAsTypedComeFirst() {
        search("resume").body("items[0].slug", equalTo("resume"));
        search("résumé").body("items[0].slug", equalTo("resume-accent"));
    }

    @Test
    void titleComesBeforeTagsBeforeSummaryBeforeBody() {
        var texts = List.of("title: Quokka\n", "tags: [quokka]\n", "summary: A quokka.\n", "weight: 1\n");
        for (int i = 0; i < 4; i++) {
            var title = i == 0 ? "" : "title: Animal " + i + "\n";
            // The better one is the older one: being recent is no reason.
            put(
                            "content/tiers/" + i + ".md",
                            "---\nslug: tier" + i + "\ndate: 20" + (20 + i) + "-01-01\n" + title + texts.get(i)
                                    + "---\n" + (i == 3 ? "A quokka is here." : "Nothing here."))
                    .then()
                    .statusCode(201);
        }
        given().get("/v1/search?section=tiers&q=quokka")
                .then()
                .body("items.slug", contains("tier0", "tier1", "tier2", "tier3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "-",
                "--",
                "\"\"",
                "-\"",
                "。！？",
                "\u0000",
                "a\u0000b",
                "'",
                "\\",
                "%",
                "*:*",
                "<>&",
                "-foo"
            })
    void whateverIsTypedGivesAnAnswer(String q) {
        search(q).body("items", empty());
    }

    @Test
    void whatIsMuchTooLongGivesAnAnswer() {
        search("芯片 ".repeat(700)).body("items.slug", contains("chip"));
        search("芯".repeat(1_600)).body("items", empty());
        search("\"a -".repeat(1_000));
        search("a".repeat(10_000)).body("items", empty());
    }

    @Test
    void aTextIsNeeded() {
        given().get("/v1/search").then().statusCode(400).body("errors[0].parameter", equalTo("q"));
    }

    @Test
    void draftsAreFoundByThoseAloneWhoMayPreview() {
        put("content/hidden/draft.md", "---\ntitle: Zyzzyva\ndraft: true\n---\nZyzzyva.")
                .then()
                .statusCode(201);
        given().get("/v1/search?q=zyzzyva").then().body("items", empty()).body("didYouMean", nullValue());
        admin().get("/v1/search?q=zyzzyva&perspective=all").then().body("items", hasSize(1));
        put("content/hidden/draft.md", "---\ntitle: Zyzzyva\n---\nZyzzyva.")
                .then()
                .statusCode(200);
        given().get("/v1/search?q=zyzzyva").then().body("items", hasSize(1));
        admin().delete("/v1/documents/content/hidden/draft.md").then().statusCode(204);
        given().get("/v1/search?q=zyzzyva").then().body("items", empty());
    }

    @Test
    void combinesWithFiltersAndSorts() {
        search("人工", "lang", "zh-TW").body("items.slug", contains("traditional"));
        search("人工", "sort", "-date").body("items.slug", contains("chip", "traditional"));
        search("人工", "sort", "date")
                .body("items.slug", contains("traditional", "chip"))
                .body("items.score", everyItem(greaterThan(0f)));
        search("人工", "from", "2025-01-01").body("items.slug", contains("chip"));
        given().get("/v1/articles?section=wanted&q=人工").then().body("items.slug", contains("chip", "traditional"));
        given().get("/v1/articles?section=wanted&q=").then().body("items", empty());
        given().get("/v1/summaries?section=wanted&q=人工&sort=date")
                .then()
                .body("items.slug", contains("traditional", "chip"));
        given().get("/v1/thumbnails?section=wanted&q=人工").then().statusCode(200).body("items", empty());
        given().get("/v1/articles?sort=relevance").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "-date", "title", "-relevance", "relevance,title"})
    void pagesThroughEverythingOnce(String sort) {
        for (int i = 0; i < 23; i++) {
            put(
                    "content/paged/" + i + ".md",
                    "---\ntitle: Wombat " + (i % 5 == 0 ? "wombat " : "") + i + "\ndate: 2024-01-" + (10 + i % 7)
                            + "\n---\nWombat. " + "Wombat. ".repeat(i % 3));
        }
        var first = given().get("/v1/search?q=wombat&section=paged&limit=100&sort=" + sort)
                .jsonPath();
        List<String> all = first.get("items.id");
        assertThat(all).hasSize(23);
        assertThat(walked("/v1/search?q=wombat&section=paged&limit=4&sort=" + sort, "next"))
                .isEqualTo(all);
        var byNumber = new ArrayList<String>();
        for (int page = 1; page <= 6; page++) {
            byNumber.addAll(given().get("/v1/search?q=wombat&section=paged&limit=4&page=" + page + "&sort=" + sort)
                    .jsonPath()
                    .getList("items.id"));
        }
        assertThat(byNumber).isEqualTo(all);
    }

    private static List<String> walked(String query, String direction) {
        var ids = new ArrayList<String>();
        JsonPath page = given().get(query).jsonPath();
        ids.addAll(page.getList("items.id"));
        while (page.getString("page." + direction) != null) {
            page = given().get(query + "&cursor=" + page.getString("page." + direction))
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
        }
        return ids;
    }

    @Test
    void countsWhatWasFound() {
        for (int i = 0; i < 4; i++) {
            put(
                            "content/faceted/" + i + ".md",
                            "---\ntitle: Numbat " + i + "\ndate: 202" + (i / 2) + "-05-05\nlang: "
                                    + (i == 0 ? "de" : "en") + "\ntags: [Even" + i % 2 + ", all]\ndraft: " + (i == 3)
                                    + "\n---\nNumbat.")
                    .then()
                    .statusCode(201);
        }
        given().get("/v1/search?q=numbat&section=faceted&facets=tags,lang,year&limit=1")
                .then()
                .body("page.total", equalTo(3))
                .body("facets.tags.value", contains("all", "even0", "even1"))
                .body("facets.tags.name", contains("all", "Even0", "Even1"))
                .body("facets.tags.count", contains(3, 2, 1))
                .body("facets.lang.value", contains("en", "de"))
                .body("facets.year.value", contains("2021", "2020"))
                .body("facets.year.count", contains(1, 2));
        given().get("/v1/search?q=numbat&facets=colour").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "databses,databases",
        "dtabases,databases",
        "runing databases,running databases",
        "runing databses,running databases",
        "prodcution,production",
        "progudction,production",
        "Vatabases,databases",
        "人工只能,人工智能",
        "台级电 3nm,台积电 3nm",
        "国际电老展,国际电脑展",
        "xqzvwkpt,",
        "databases plage,",
    })
    void asksWhatWasMeantWhenNothingIsFound(String q, String meant) {
        search(q).body("items", empty()).body("didYouMean", equalTo(meant));
    }

    @Test
    void completesTitlesAndTerms() {
        put("content/suggested/a.md", "---\ntitle: 深度学习在芯片设计中的应用\ntags: [机器学习]\n---\nx")
                .then()
                .statusCode(201);
        put("content/suggested/b.md", "---\ntitle: Echidnas of Kangaroo Island\ntags: [Echidna care]\n---\nx")
                .then()
                .statusCode(201);
        put("content/suggested/c.md", "---\ntitle: Echidnology\ndraft: true\ntags: [Echidnasecret]\n---\nx")
                .then()
                .statusCode(201);
        given().get("/v1/suggest?q=芯片设")
                .then()
                .statusCode(200)
                .body("items[0].type", equalTo("article"))
                .body("items[0].text", equalTo("深度学习在芯片设计中的应用"))
                .body("items[0].url", equalTo("/suggested/a/"));
        given().get("/v1/suggest?q=學習")
                .then()
                .body("items.type", contains("term", "article"))
                .body("items[0].taxonomy", equalTo("tags"))
                .body("items[0].slug", equalTo("机器学习"));
        given().get("/v1/suggest?q=echid")
                .then()
                .body("items.text", contains("Echidna care", "Echidnas of Kangaroo Island"));
        given().get("/v1/suggest?q=island echidnas kang").then().body("items.type", contains("article"));
        given().get("/v1/suggest?q=").then().body("items", empty());
        given().get("/v1/suggest").then().statusCode(400);
    }

    /** Parts of texts, cut anywhere, against nothing but String.contains. */
    @Test
    void findsEveryPartOfChineseJapaneseAndKoreanTexts() {
        var random = new Random(42);
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < 12; i++) {
            var text = random(random);
            texts.put("p" + i, text);
            put("content/parts/p" + i + ".md", "---\ntitle: 题\n---\n" + text)
                    .then()
                    .statusCode(201);
        }
        for (int i = 0; i < 150; i++) {
            var text = Objects.requireNonNull(texts.get("p" + random.nextInt(12)));
            int from = random.nextInt(text.length() - 8);
            var part = text.substring(from, from + 1 + random.nextInt(7));
            if (part.codePoints().noneMatch(Character::isIdeographic)) {
                continue;
            }
            var expected = texts.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(part))
                    .map(Map.Entry::getKey)
                    .toList();
            List<String> found = given().queryParam("q", part)
                    .queryParam("section", "parts")
                    .get("/v1/search?limit=100")
                    .jsonPath()
                    .getList("items.slug");
            assertThat(found).as(part).containsAll(expected);
            if (part.codePoints().allMatch(Character::isIdeographic)) {
                assertThat(found).as(part).hasSameSizeAs(expected);
            }
        }
    }

    // Few characters, so that many parts stand in several texts.
    private static String random(Random random) {
        var alphabet =
                List.of("人", "工", "智", "能", "芯", "片", "发", "布", "设", "计", "東", "京", "국", "경", "GPT4", "AI", "。", "，");
        return IntStream.range(0, 80)
                .mapToObj(i -> alphabet.get(random.nextInt(alphabet.size())))
                .collect(Collectors.joining());
    }

    @Test
    void answersHoweverOddTheQuestion() {
        var random = new Random(1);
        var alphabet = "\"'-+*:()<>&|!^~\\%_芯a1 é𠮷\u0301\u200b．";
        for (int i = 0; i < 100; i++) {
            var q = random.ints(1 + random.nextInt(12), 0, alphabet.length())
                    .mapToObj(at -> String.valueOf(alphabet.charAt(at)))
                    .collect(Collectors.joining())
                    .replaceAll("\\p{Cs}", "");
            search(q);
        }
    }

    @Test
    void documentsOfAnyLengthLoseNothing() {
        var body = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            body.append("word").append(i).append(i % 20 == 19 ? ".\n\n" : " ");
        }
        put("content/long/long.md", "---\ntitle: Long\n---\n" + body + "\n\n最后一句话在这里。")
                .then()
                .statusCode(201);
        for (var q : List.of("word59999", "word31234", "\"word41000 word41001\"", "后一句", "word1 word59990")) {
            given().queryParam("q", q)
                    .queryParam("section", "long")
                    .get("/v1/search")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].highlights.body[0]", not(nullValue()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "section=burrow|dug-2020,dug-2021,dug-undated",
                "section=den|dug-den",
                "section=den,burrow|dug-2020,dug-2021,dug-den,dug-undated",
                "from=2020-06-01|dug-2021,dug-den",
                "to=2020-06-01|dug-2020",
                "from=2020-01-01&to=2021-06-01&section=burrow|dug-2020,dug-2021",
                "tag=dug&from=2020-06-01|dug-2021,dug-den",
                "tag=dug&section=burrow&to=2020-06-01|dug-2020",
                "tag=dug&tag=!deep&section=burrow|dug-2020,dug-undated",
                "updatedFrom=2019-01-01&section=den|dug-den",
                "kind=page,section&section=den|dug-den",
            })
    void filtersCombineWithWords(String filter, String slugs) {
        dug("burrow/dug-2020", "date: 2020-01-01");
        dug("burrow/dug-2021", "date: 2021-01-01\ntags: [dug, deep]");
        dug("burrow/dug-undated", "weight: 1");
        dug("den/dug-den", "date: 2021-07-01");
        for (var path : List.of("/v1/search?", "/v1/articles?sort=-date&", "/v1/articles?sort=title&")) {
            List<String> found = given().get(path + "q=\"numbats dig\"&" + filter)
                    .then()
                    .statusCode(200)
                    .body("page.total", equalTo(slugs.split(",", -1).length))
                    .extract()
                    .jsonPath()
                    .getList("items.slug");
            assertThat(found).as(path).containsExactlyInAnyOrder(slugs.split(",", -1));
        }
    }

    private static void dug(String path, String frontMatter) {
        var tags = frontMatter.contains("tags") ? "" : "tags: [dug]\n";
        put("content/" + path + ".md", "---\n" + tags + frontMatter + "\n---\nNumbats dig.");
    }

    /** What begins like a form of the word is no form of it. */
    @ParameterizedTest
    @ValueSource(strings = {"relevance", "-date", "title"})
    void aLastWordThatIsNoTokenFindsItsFormsAndWhatBeginsLikeIt(String sort) {
        put("content/sky/sky-one.md", "---\nlang: en\n---\nOne planet.").then().statusCode(oneOf(200, 201));
        put("content/sky/sky-many.md", "---\nlang: en\n---\nMany planets.")
                .then()
                .statusCode(oneOf(200, 201));
        put("content/sky/sky-house.md", "---\nlang: en\n---\nA planetarium.")
                .then()
                .statusCode(oneOf(200, 201));
        put("content/sky/sky-scape.md", "---\nlang: en\n---\nA planetscape.")
                .then()
                .statusCode(oneOf(200, 201));
        given().get("/v1/search?section=sky&q=planets&sort=" + sort)
                .then()
                .statusCode(200)
                .body("page.total", equalTo(3))
                .body("items.slug", containsInAnyOrder("sky-one", "sky-many", "sky-scape"));
    }
}
