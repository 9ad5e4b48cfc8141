package dev.lede.feed.sitemap;

import dev.lede.feed.format.FeedDates;
import dev.lede.feed.xml.XmlDocument;
import java.util.List;

/** Sitemaps as XML, by <a href="https://www.sitemaps.org/protocol.html">their protocol</a>. */
final class SitemapXml {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private SitemapXml() {}

    /** Writes one sitemap. */
    static final class UrlSet {

        private final XmlDocument xml = new XmlDocument();
        private final String site;
        private final String defaultLanguage;

        /** @param site what urls go behind */
        UrlSet(String site, String defaultLanguage) {
            this.site = site;
            this.defaultLanguage = defaultLanguage;
            xml.open("urlset", "xmlns", NAMESPACE, "xmlns:xhtml", "http://www.w3.org/1999/xhtml");
        }

        void add(Location location) {
            xml.open("url").text("loc", site + location.url());
            if (location.changed() != null) {
                xml.text("lastmod", FeedDates.rfc3339(location.changed()));
            }
            // https://developers.google.com/search/docs/specialty/international/localized-versions: each version names
            // all, itself too, and x-default is for readers of any other language.
            location.versions().forEach(version -> alternate(version.lang(), version.url()));
            location.versions().stream()
                    .filter(version -> version.lang().equals(defaultLanguage))
                    .findFirst()
                    .ifPresent(version -> alternate("x-default", version.url()));
            xml.close();
        }

        private void alternate(String lang, String url) {
            xml.empty("xhtml:link", "rel", "alternate", "hreflang", lang, "href", site + url);
        }

        byte[] bytes() {
            return xml.close().bytes();
        }
    }

    /**
     * The list of all sitemaps. When one of them changed it does not say: by the protocol that is when its file did, and
     * one changes too when an article leaves it.
     *
     * @param addresses of the parts, in their order
     */
    static byte[] index(List<String> addresses) {
        var xml = new XmlDocument();
        xml.open("sitemapindex", "xmlns", NAMESPACE);
        for (var address : addresses) {
            xml.open("sitemap").text("loc", address).close();
        }
        return xml.close().bytes();
    }
}
