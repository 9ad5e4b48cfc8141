package dev.lede.change;

import static dev.lede.testsupport.Lede.admin;
import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import dev.lede.testsupport.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an article shows of others is told again when it changes with them, to those who asked for it. */
@QuarkusTest
class BorrowedChangesTest {

    /** Someone who follows page by page. */
    private static final class Reader {

        private final String query;
        private String cursor;

        Reader(String query) {
            this.query = query;
            this.cursor = read("");
        }

        private String read(String more) {
            var page = page(more);
            while (page.getBoolean("more")) {
                page = page("&cursor=" + page.getString("cursor"));
            }
            return page.getString("cursor");
        }

        private JsonPath page(String more) {
            return given().get("/v1/changes?" + query + more)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        }

        /** The paths of what changed since. */
        List<String> told() {
            var paths = new ArrayList<String>();
            JsonPath page;
            do {
                page = page("&cursor=" + cursor);
                paths.addAll(page.getList("items.path"));
                cursor = page.getString("cursor");
            } while (page.getBoolean("more"));
            return paths;
        }

        /** The same of one that changed, with the member that shows others. */
        JsonPath toldOf(String path) {
            var page = page("&cursor=" + cursor);
            cursor = page.getString("cursor");
            assertThat(page.getList("items.path")).contains(path);
            return page.setRootPath("items.find { it.path == '" + path + "' }.article");
        }
    }

    private static void store(String path, String frontMatter, String body) {
        put(path, "---\n" + frontMatter + "---\n" + body + "\n").then().statusCode(lessThan(300));
    }

    private static void delete(String path) {
        admin().delete("/v1/documents/" + path).then().statusCode(204);
    }

    @Test
    void translationsAreToldOf() {
        store("bo-tr/a.de.md", "title: Deutsch\n", "Text.");
        var reader = new Reader("include=translations&section=bo-tr");
        var plain = new Reader("section=bo-tr");

        store("bo-tr/a.md", "title: English\n", "Text.");
        assertThat(reader.toldOf("bo-tr/a.de.md").getList("translations.title")).containsExactly("English");
        assertThat(plain.told()).containsExactly("bo-tr/a.md");

        store("bo-tr/a.md", "title: English\n", "Another text.");
        assertThat(reader.told()).as("what is not shown").containsExactly("bo-tr/a.md");
        store("bo-tr/a.md", "title: Renamed\n", "Another text.");
        assertThat(reader.toldOf("bo-tr/a.de.md").getList("translations.title")).containsExactly("Renamed");
        store("bo-tr/a.md", "title: Renamed\ntranslationKey: elsewhere\n", "Another text.");
        assertThat(reader.toldOf("bo-tr/a.de.md").getList("translations")).isEmpty();
        store("bo-tr/a.md", "title: Back\n", "Another text.");
        assertThat(reader.toldOf("bo-tr/a.de.md").getList("translations.title")).containsExactly("Back");
        delete("bo-tr/a.md");
        assertThat(reader.toldOf("bo-tr/a.de.md").getList("translations")).isEmpty();
        store("bo-tr/a.fr.md", "title: Brouillon\ndraft: true\n", "Texte.");
        assertThat(reader.told()).as("a draft is shown nowhere").isEmpty();
    }

    @Test
    void translationsComeByTheClock() {
        store("bo-clock/a.de.md", "title: Deutsch\n", "Text.");
        store("bo-clock/a.md", "title: English\npublishDate: " + Instant.now().plusSeconds(2) + "\n", "Text.");
        var reader = new Reader("include=translations&section=bo-clock");
        assertThat(Eventually.get(reader::told, told -> !told.isEmpty()))
                .containsExactlyInAnyOrder("bo-clock/a.de.md", "bo-clock/a.md");
    }

    @Test
    void whereLinksLeadIsToldOf() {
        store("bo-li/a.md", "title: A\n", "[one](b.md), [two](file.bin) and [three]({{< ref \"bo-li-named\" >}}).");
        var reader = new Reader("fields=body.html&section=bo-li");
        var others = new Reader("fields=title,body.text&section=bo-li");

        store("bo-li/b.md", "title: B\n", "Text.");
        assertThat(html(reader)).contains("href=\"/bo-li/b/\"");
        store("bo-li/b.md", "title: B\n", "Another text.");
        assertThat(reader.told()).containsExactly("bo-li/b.md");
        store("bo-li/b.md", "title: B\nurl: /bo-moved/\n", "Another text.");
        assertThat(html(reader)).contains("href=\"/bo-moved/\"");
        admin().contentType("application/octet-stream").body(new byte[] {1}).put("/v1/assets/bo-li/file.bin");
        assertThat(html(reader)).contains("/v1/assets/bo-li/file.bin");
        admin().delete("/v1/assets/bo-li/file.bin").then().statusCode(204);
        assertThat(html(reader)).doesNotContain("/v1/assets");
        store("bo-named/c.md", "title: C\nslug: bo-li-named\n", "Text.");
        assertThat(html(reader)).contains("href=\"/bo-named/bo-li-named/\"");
        store("bo-named/c.md", "title: C\nslug: bo-li-other\n", "Text.");
        assertThat(html(reader)).doesNotContain("/bo-named/");
        assertThat(others.told()).as("without addresses").containsExactly("bo-li/b.md");
    }

    private static String html(Reader reader) {
        return reader.toldOf("bo-li/a.md").getString("body.html");
    }

    @Test
    void neighborsAreToldOf() {
        for (int day = 1; day <= 9; day += 2) {
            store("bo-ne/" + day + ".md", dated(day), "Text.");
        }
        store("bo-ne/_index.md", "title: Section\ndate: 2024-01-06\n", "Text.");
        var reader = new Reader("include=neighbors&section=bo-ne");

        store("bo-ne/6.md", dated(4), "Text.");
        assertThat(reader.told())
                .containsExactlyInAnyOrder("bo-ne/3.md", "bo-ne/5.md", "bo-ne/6.md", "bo-ne/_index.md");
        store("bo-ne/6.md", dated(8), "Text.");
        assertThat(reader.told())
                .as("on either side of where it was and is")
                .containsExactlyInAnyOrder(
                        "bo-ne/3.md", "bo-ne/5.md", "bo-ne/6.md", "bo-ne/7.md", "bo-ne/9.md", "bo-ne/_index.md");
        store("bo-ne/6.md", dated(8), "Another text.");
        assertThat(reader.told()).containsExactly("bo-ne/6.md");
        store("bo-ne/6.md", dated(8) + "lang: fr\n", "Another text.");
        assertThat(reader.toldOf("bo-ne/7.md").getString("neighbors.next.title"))
                .isEqualTo("Day 9");
    }

    private static String dated(int day) {
        return "title: Day " + day + "\ndate: 2024-01-0" + day + "\n";
    }

    @Test
    void whatManyShowIsToldInPages() {
        IntStream.range(0, 7).forEach(i -> store("bo-many/" + i + ".md", "title: T" + i + "\n", "[x](target.md)"));
        var reader = new Reader("fields=body.html&section=bo-many&limit=3");
        store("bo-many/target.md", "title: Target\n", "Text.");

        var first = reader.page("&cursor=" + reader.cursor);
        assertThat(first.getList("items")).hasSize(3);
        assertThat(first.getBoolean("more")).isTrue();
        assertThat(first.getList("items.seq")).doesNotHaveDuplicates();
        assertThat(reader.told())
                .hasSize(8)
                .doesNotHaveDuplicates()
                .contains("bo-many/target.md", "bo-many/0.md", "bo-many/6.md");
        assertThat(reader.told()).isEmpty();
    }

    @Test
    void aFilterHoldsForThoseThatShowOthersToo() {
        store("bo-filter/a.de.md", "title: Deutsch\n", "Text.");
        store("bo-filter/a.fr.md", "title: Francais\n", "Texte.");
        var reader = new Reader("include=translations&section=bo-filter&lang=de");
        store("bo-filter/a.md", "title: English\n", "Text.");
        assertThat(reader.told()).containsExactly("bo-filter/a.de.md");
    }
}
