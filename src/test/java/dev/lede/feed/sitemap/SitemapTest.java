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
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

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
    private static Map<String, List<String>> pages(String path) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var sitemap = factory.newDocumentBuilder()
                .parse(given().get(path).then().statusCode(200).extract().asInputStream());
        var pages = new LinkedHashMap<String, List<String>>();
        for (var url : elements(sitemap.getElementsByTagNameNS("*", "url"))) {
            var versions = elements(url.getElementsByTagNameNS("*", "link")).stream()
                    .map(link -> link.getAttribute("hreflang") + " " + link.getAttribute("href"))
                    .toList();
            pages.put(elements(url.getElementsByTagNameNS("*", "loc")).get(0).getTextContent(), versions);
        }
        return pages;
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(place -> (Element) nodes.item(place))
                .toList();
    }

    @Test
    void namesEveryVisibleArticle() throws Exception {
        var pages = pages("/sitemap.xml?ignored=1");
        assertThat(pages.keySet())
                .allMatch(address -> address.startsWith("http://localhost:"))
                .anyMatch(address -> address.endsWith("/mapped/one/"))
                .anyMatch(address -> address.endsWith("/de/mapped/one/"))
                .anyMatch(address -> address.endsWith("/mapped/"))
                .noneMatch(address -> address.endsWith("/mapped/draft/"));
        assertThat(given().get("/sitemap.xml").asString()).contains("<lastmod>2024-03-03T00:00:00Z</lastmod>");
        assertThat(pages("/sitemap-1.xml")).isEqualTo(pages);
    }

    @Test
    void eachVersionNamesAllVersions() throws Exception {
        var pages = pages("/sitemap.xml");
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

    /** When a page of a sitemap changed last; empty when none says so. */
    private static String latest(String path) {
        return read(path).<String>getList("urlset.url.lastmod").stream()
                .filter(moment -> !moment.isEmpty())
                .max(Comparator.comparing(Instant::parse))
                .orElse("");
    }

    @Test
    void isAnIndexPastItsLimit() throws Exception {
        var all = pages("/sitemap.xml");
        var limit = all.size() / 3 + 1;
        QuarkusMock.installMockForType(
                new Sitemaps(database, addresses, language, new Limits(limit, 10_000_000)), Sitemaps.class);

        var index = read("/sitemap.xml");
        var parts = index.<String>getList("sitemapindex.sitemap.loc");
        assertThat(parts).hasSizeGreaterThanOrEqualTo(3);
        assertThat(parts.get(0)).endsWith("/sitemap-1.xml");
        var together = new LinkedHashMap<String, List<String>>();
        var largest = 0;
        for (var i = 0; i < parts.size(); i++) {
            var pages = pages(parts.get(i));
            assertThat(pages.size()).isLessThanOrEqualTo(limit);
            together.putAll(pages);
            largest = Math.max(
                    largest, i % 2 == 0 ? pages.size() + pages(parts.get(i + 1)).size() : 0);
            assertThat(index.getString("sitemapindex.sitemap[" + i + "].lastmod"))
                    .as("of part %d", i + 1)
                    .isEqualTo(latest(parts.get(i)));
        }
        assertThat(together).isEqualTo(all);
        // Half as many would not do.
        assertThat(largest).isGreaterThan(limit);
        given().get("/sitemap-" + (parts.size() + 1) + ".xml").then().statusCode(404);
        given().get("/sitemap-99999999999.xml").then().statusCode(404);
    }
}
