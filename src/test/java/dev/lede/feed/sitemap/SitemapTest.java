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
import java.util.List;
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

    /** @param versions each a language and an address */
    private record Page(String address, List<String> versions) {}

    /** The pages of a sitemap, among them what other tests left, of which several may have one address. */
    private static List<Page> pages(String path) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var sitemap = factory.newDocumentBuilder()
                .parse(given().get(path).then().statusCode(200).extract().asInputStream());
        return elements(sitemap.getElementsByTagNameNS("*", "url")).stream()
                .map(url -> new Page(
                        elements(url.getElementsByTagNameNS("*", "loc")).get(0).getTextContent(),
                        elements(url.getElementsByTagNameNS("*", "link")).stream()
                                .map(link -> link.getAttribute("hreflang") + " " + link.getAttribute("href"))
                                .toList()))
                .toList();
    }

    /** The one page of this path of the site. */
    private static Page page(String path) throws Exception {
        var found = pages("/sitemap.xml").stream()
                .filter(page -> page.address().matches("http://[^/]+" + path))
                .toList();
        assertThat(found).as(path).hasSize(1);
        return found.get(0);
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(place -> (Element) nodes.item(place))
                .toList();
    }

    @Test
    void namesEveryVisibleArticle() throws Exception {
        var pages = pages("/sitemap.xml?ignored=1");
        assertThat(pages)
                .extracting(Page::address)
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
        var one = page("/mapped/one/");
        var eins = page("/de/mapped/one/");
        assertThat(one.versions())
                .containsExactly("de " + eins.address(), "en " + one.address(), "x-default " + one.address());
        assertThat(eins.versions()).isEqualTo(one.versions());
        assertThat(page("/mapped/").versions()).isEmpty();
    }

    @Test
    void eachLanguageIsNamedOnceAndAPageInItsOwn() throws Exception {
        put("mapped/twin.md", "---\ntitle: Twin\ntranslationKey: mapped-twins\n---\nText.\n");
        put("mapped/other.md", "---\ntitle: Other\ntranslationKey: mapped-twins\n---\nText.\n");
        var twin = page("/mapped/twin/");
        var other = page("/mapped/other/");
        assertThat(twin.versions()).isEmpty();

        put("mapped/zwilling.de.md", "---\ntitle: Zwilling\ntranslationKey: mapped-twins\n---\nText.\n");
        var german = page("/de/mapped/zwilling/");
        for (var name : List.of("twin", "other")) {
            var page = page("/mapped/" + name + "/");
            assertThat(page.versions())
                    .containsExactly("de " + german.address(), "en " + page.address(), "x-default " + page.address());
        }
        assertThat(german.versions())
                .containsExactly("de " + german.address(), "en " + other.address(), "x-default " + other.address());
    }

    @Test
    void isAnIndexPastItsLimit() throws Exception {
        for (var number = 0; number < 12; number++) {
            put("mapped/many/" + number + ".md", "---\ntitle: One of many\n---\nText.\n");
        }
        var all = pages("/sitemap.xml");
        var limit = all.size() / 3 + 1;
        QuarkusMock.installMockForType(
                new Sitemaps(database, addresses, language, new Limits(limit, 10_000_000)), Sitemaps.class);

        var index = read("/sitemap.xml");
        var parts = index.<String>getList("sitemapindex.sitemap.loc");
        assertThat(parts).hasSizeGreaterThanOrEqualTo(3);
        assertThat(parts.get(0)).endsWith("/sitemap-1.xml");
        assertThat(index.<String>getList("sitemapindex.sitemap.lastmod")).isEmpty();
        var together = new ArrayList<Page>();
        var sizes = new ArrayList<Integer>();
        for (var part : parts) {
            var pages = pages(part);
            assertThat(pages).hasSizeLessThanOrEqualTo(limit);
            together.addAll(pages);
            sizes.add(pages.size());
        }
        assertThat(together).containsExactlyInAnyOrderElementsOf(all);
        // Half as many would not do.
        assertThat(IntStream.range(1, sizes.size())
                        .filter(second -> second % 2 == 1)
                        .mapToObj(second -> sizes.get(second - 1) + sizes.get(second)))
                .anyMatch(both -> both > limit);
        given().get("/sitemap-" + (parts.size() + 1) + ".xml").then().statusCode(404);
        given().get("/sitemap-99999999999.xml").then().statusCode(404);
    }
}
