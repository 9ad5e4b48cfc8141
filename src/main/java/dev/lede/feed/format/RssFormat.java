package dev.lede.feed.format;

import dev.lede.article.query.FeedLinks.Form;
import dev.lede.feed.xml.XmlDocument;
import org.jspecify.annotations.Nullable;

/**
 * <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>, with the body in {@code content:encoded}, authors in
 * {@code dc:creator} and pictures by <a href="https://www.rssboard.org/media-rss">Media RSS</a>.
 */
public final class RssFormat implements FeedFormat {

    @Override
    public Form form() {
        return Form.RSS;
    }

    @Override
    public String mediaType() {
        return form().mediaType() + ";charset=UTF-8";
    }

    @Override
    public byte[] written(Feed feed) {
        var xml = new XmlDocument();
        xml.open(
                "rss",
                "version",
                "2.0",
                "xmlns:atom",
                "http://www.w3.org/2005/Atom",
                "xmlns:content",
                "http://purl.org/rss/1.0/modules/content/",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:media",
                "http://search.yahoo.com/mrss/");
        xml.open("channel");
        var about = feed.about();
        xml.text("title", about.title())
                .text("link", about.home())
                .text("description", escaped(about.description()))
                .text("language", about.lang())
                .text("lastBuildDate", FeedDates.rfc822(feed.updated()))
                .text("generator", "Lede")
                .text("docs", "https://www.rssboard.org/rss-specification");
        link(xml, "self", feed.self());
        if (feed.next() != null) {
            link(xml, "next", feed.next());
        }
        feed.entries().forEach(entry -> item(xml, entry));
        return xml.close().close().bytes();
    }

    private void link(XmlDocument xml, String relation, String address) {
        xml.empty("atom:link", "rel", relation, "type", form().mediaType(), "href", address);
    }

    private static void item(XmlDocument xml, Entry entry) {
        xml.open("item").text("title", entry.title()).text("link", entry.url());
        xml.text("guid", entry.id(), "isPermaLink", "false");
        if (entry.published() != null) {
            xml.text("pubDate", FeedDates.rfc822(entry.published()));
        }
        entry.authors().forEach(author -> xml.text("dc:creator", author));
        xml.text("dc:language", entry.lang());
        entry.categories().forEach(category -> xml.text("category", category.label(), "domain", category.scheme()));
        xml.text("description", escaped(entry.summary()));
        if (entry.html() != null) {
            xml.text("content:encoded", entry.html());
        }
        if (entry.picture() != null) {
            picture(xml, entry.picture());
        }
        xml.close();
    }

    private static void picture(XmlDocument xml, Entry.Picture picture) {
        // All three attributes are required; a length that nobody knows would be a lie.
        if (picture.length() != null && picture.type() != null) {
            xml.empty(
                    "enclosure",
                    "url",
                    picture.url(),
                    "length",
                    Long.toString(picture.length()),
                    "type",
                    picture.type());
        }
        xml.empty(
                "media:content",
                "url",
                picture.url(),
                "medium",
                "image",
                "type",
                picture.type(),
                "width",
                number(picture.width()),
                "height",
                number(picture.height()));
        var small = picture.small();
        if (small != null) {
            xml.empty(
                    "media:thumbnail",
                    "url",
                    small.url(),
                    "width",
                    number(small.width()),
                    "height",
                    number(small.height()));
        }
    }

    private static @Nullable String number(@Nullable Integer number) {
        return number == null ? null : Integer.toString(number);
    }

    // Descriptions are HTML to their readers, and these are plain text.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
