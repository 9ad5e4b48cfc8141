package dev.lede.feed.sitemap;

import static dev.lede.testsupport.Lede.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lede.article.query.LanguageConfig;
import dev.lede.database.Database;
import dev.lede.feed.RequestAddresses;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SitemapTest {

    @Inject
    Database database;

    @Inject
    RequestAddresses addresses;

    @Inject
    LanguageConfig language;

    @BeforeEach
    void store() {
        put("mapped/one.md", "---\ntitle: One\nlastmod: 2024-03-03\n---\nText.\n");
        put("mapped/one.de.md", "---\ntitle: Eins\n---\nText.\n");
        put("mapped/alone.md", "---\ntitle: Alone & <only>\nslug: a&b\n---\nText.\n");
        put("mapped/_index.md", "---\ntitle: Mapped\n---\nText.\n");
        put("mapped/draft.md", "---\ntitle: Draft\ndraft: true\n---\nText.\n");
    }

    private static XmlPath read(String path) {
        return given().get(path).then().statusCode(200).extract().xmlPath();
    }

    /** The pages of a sitemap with the versions that each names. */
    private static Map<String, List<String>> pages(XmlPath sitemap) {
        var pages = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < sitemap.getInt("urlset.url.size()"); i++) {
            var versions = sitemap.<String>getList("urlset.url[" + i + "].link.@href");
            var languages = sitemap.<String>getList("urlset.url[" + i + "].link.@hreflang");
            var named = new ArrayList<String>();
            for (var j = 0; j < versions.size(); j++) {
                named.add(languages.get(j) + " " + versions.get(j));
            }
            pages.put(sitemap.getString("urlset.url[" + i + "].loc"), named);
        }
        return pages;
    }

    @Test
    void namesEveryVisibleArticle() {
        var pages = pages(read("/sitemap.xml?ignored=1"));
        assertThat(pages.keySet())
                .allMatch(address -> address.startsWith("http://localhost:"))
                .anyMatch(address -> address.endsWith("/mapped/one/"))
                .anyMatch(address -> address.endsWith("/de/mapped/one/"))
                .anyMatch(address -> address.endsWith("/mapped/"))
                .noneMatch(address -> address.endsWith("/mapped/draft/"));
        assertThat(given().get("/sitemap.xml").asString()).contains("<lastmod>2024-03-03T00:00:00Z</lastmod>");
        assertThat(pages(read("/sitemap-1.xml"))).isEqualTo(pages);
    }

    @Test
    void eachVersionNamesAllVersions() {
        var pages = pages(read("/sitemap.xml"));
        var one = pages.keySet().stream()
                .filter(address -> address.endsWith("/mapped/one/") && !address.contains("/de/"))
                .findFirst()
                .orElseThrow();
        assertThat(pages.get(one)).hasSize(3).contains("en " + one, "x-default " + one);
        pages.values().stream().filter(versions -> !versions.isEmpty()).forEach(versions -> {
            for (var version : versions) {
                assertThat(pages.get(version.split(" ", 2)[1])).isEqualTo(versions);
            }
        });
        assertThat(pages.values()).anyMatch(List::isEmpty);
    }

    @Test
    void isAnIndexPastItsLimit() {
        var all = pages(read("/sitemap.xml"));
        var limit = all.size() / 3 + 1;
        QuarkusMock.installMockForType(
                new Sitemaps(database, addresses, language, new Limits(limit, 10_000_000)), Sitemaps.class);

        var index = read("/sitemap.xml");
        var parts = index.<String>getList("sitemapindex.sitemap.loc");
        assertThat(parts).hasSizeGreaterThanOrEqualTo(3);
        assertThat(parts.get(0)).endsWith("/sitemap-1.xml");
        var together = new LinkedHashMap<String, List<String>>();
        for (var part : parts) {
            var pages = pages(read(part));
            assertThat(pages.size()).isLessThanOrEqualTo(limit);
            together.putAll(pages);
        }
        assertThat(together).isEqualTo(all);
        given().get("/sitemap-" + (parts.size() + 1) + ".xml").then().statusCode(404);
        given().get("/sitemap-99999999999.xml").then().statusCode(404);
    }
}
