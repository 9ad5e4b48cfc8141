package dev.lede.feed.format;

import dev.lede.article.query.FeedLinks.Form;
import dev.lede.feed.xml.XmlDocument;

/** Atom, <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>; older entries by RFC 5005 §3. */
public final class AtomFormat implements FeedFormat {

    @Override
    public Form form() {
        return Form.ATOM;
    }

    @Override
    public String mediaType() {
        return form().mediaType() + ";charset=UTF-8";
    }

    @Override
    public byte[] written(Feed feed) {
        var about = feed.about();
        var xml = new XmlDocument();
        xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", about.lang());
        xml.text("id", feed.id()).text("title", about.title()).text("subtitle", about.description());
        xml.text("updated", FeedDates.rfc3339(feed.updated()));
        // RFC 4287 §4.1.1: entries without an author take the feed's.
        xml.open("author")
                .text("name", about.publisher())
                .text("uri", about.home())
                .close();
        xml.text("generator", "Lede");
        xml.empty("link", "rel", "self", "type", form().mediaType(), "href", feed.self());
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", about.home());
        if (feed.next() != null) {
            xml.empty("link", "rel", "next", "type", form().mediaType(), "href", feed.next());
        }
        feed.entries().forEach(entry -> entry(xml, entry));
        return xml.close().bytes();
    }

    private static void entry(XmlDocument xml, Entry entry) {
        xml.open("entry", "xml:lang", entry.lang()).text("id", entry.id()).text("title", entry.title());
        xml.text("updated", FeedDates.rfc3339(entry.updated()));
        if (entry.published() != null) {
            xml.text("published", FeedDates.rfc3339(entry.published()));
        }
        entry.authors()
                .forEach(author -> xml.open("author").text("name", author).close());
        entry.categories()
                .forEach(category -> xml.empty(
                        "category", "term", category.term(), "scheme", category.scheme(), "label", category.label()));
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.url());
        var picture = entry.picture();
        if (picture != null) {
            var length = picture.length() == null ? null : Long.toString(picture.length());
            xml.empty("link", "rel", "enclosure", "type", picture.type(), "length", length, "href", picture.url());
        }
        xml.text("summary", entry.summary());
        if (entry.html() != null) {
            xml.text("content", entry.html(), "type", "html");
        }
        xml.close();
    }
}
