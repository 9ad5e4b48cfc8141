package dev.lede.feed;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What feed validators check, each rule with where it comes from. */
final class FeedRules {

    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    static final String MEDIA = "http://search.yahoo.com/mrss/";

    private final List<String> faults = new ArrayList<>();

    private FeedRules() {}

    static Document read(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    static List<Element> children(Element parent, String namespace, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> child.getLocalName().equals(name)
                        && namespace.equals(
                                String.valueOf(child.getNamespaceURI()).replace("null", "")))
                .toList();
    }

    static String text(Element parent, String namespace, String name) {
        return children(parent, namespace, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    /** The faults of an RSS 2.0 feed. */
    static List<String> ofRss(Document feed) {
        var rules = new FeedRules();
        var rss = feed.getDocumentElement();
        rules.holds(rss.getAttribute("version").equals("2.0"), "rssboard.org/rss-specification: version is 2.0");
        var channel = children(rss, "", "channel").get(0);
        for (var name : List.of("title", "link", "description")) {
            rules.once(channel, "", name, "rssboard.org/rss-specification#requiredChannelElements");
        }
        rules.rfc822(channel, "lastBuildDate");
        rules.whole(text(channel, "", "link"), "channel link");
        var self = children(channel, ATOM, "link").stream()
                .filter(link -> link.getAttribute("rel").equals("self"))
                .toList();
        rules.holds(self.size() == 1, "rssboard.org/rss-profile#namespace-elements-atom-link: a self link");
        var guids = new HashSet<String>();
        for (var item : children(channel, "", "item")) {
            rules.ofItem(item, guids);
        }
        return rules.faults;
    }

    private void ofItem(Element item, Set<String> guids) {
        holds(
                !text(item, "", "title").isEmpty()
                        || !text(item, "", "description").isEmpty(),
                "rssboard.org/rss-specification#hrelementsOfLtitemgt: title or description");
        once(item, "", "guid", "rssboard.org/rss-profile#element-channel-item-guid");
        holds(guids.add(text(item, "", "guid")), "rssboard.org/rss-profile: guids are unique");
        whole(text(item, "", "link"), "item link");
        rfc822(item, "pubDate");
        holds(children(item, "", "author").isEmpty(), "rssboard.org/rss-profile: author is an e-mail address");
        holds(children(item, "", "enclosure").size() <= 1, "rssboard.org/rss-profile: one enclosure");
        for (var enclosure : children(item, "", "enclosure")) {
            whole(enclosure.getAttribute("url"), "enclosure");
            holds(enclosure.getAttribute("length").matches("[0-9]+"), "rss-specification: enclosure has a length");
            holds(enclosure.getAttribute("type").contains("/"), "rss-specification: enclosure has a type");
        }
        for (var name : List.of("content", "thumbnail")) {
            children(item, MEDIA, name).forEach(media -> whole(media.getAttribute("url"), "media:" + name));
        }
        noRelativeAddresses(text(item, CONTENT, "encoded"));
    }

    /** The faults of an Atom feed. */
    static List<String> ofAtom(Document document) {
        var rules = new FeedRules();
        var feed = document.getDocumentElement();
        rules.holds(ATOM.equals(feed.getNamespaceURI()), "RFC 4287 §2: the namespace");
        rules.ofAtomMetadata(feed);
        rules.holds(
                children(feed, ATOM, "link").stream()
                                .filter(link -> link.getAttribute("rel").equals("self"))
                                .count()
                        == 1,
                "RFC 4287 §4.1.1: a self link");
        var ids = new HashSet<String>();
        for (var entry : children(feed, ATOM, "entry")) {
            rules.ofAtomMetadata(entry);
            rules.holds(ids.add(text(entry, ATOM, "id")), "RFC 4287 §4.1.1: ids are unique");
            rules.holds(
                    Stream.of(feed, entry)
                            .flatMap(holder -> children(holder, ATOM, "author").stream())
                            .anyMatch(author -> !text(author, ATOM, "name").isBlank()),
                    "RFC 4287 §4.1.2: an author of the entry or of the feed");
            rules.holds(
                    children(entry, ATOM, "content").size() <= 1
                            && children(entry, ATOM, "summary").size() <= 1,
                    "RFC 4287 §4.1.2: one content and one summary at most");
            children(entry, ATOM, "published").forEach(date -> rules.rfc3339(date.getTextContent()));
            children(entry, ATOM, "category")
                    .forEach(category -> rules.holds(
                            !category.getAttribute("term").isEmpty(), "RFC 4287 §4.2.2.1: a category has a term"));
            rules.noRelativeAddresses(text(entry, ATOM, "content"));
        }
        return rules.faults;
    }

    private void ofAtomMetadata(Element holder) {
        for (var name : List.of("id", "title", "updated")) {
            once(holder, ATOM, name, "RFC 4287 §4.1.1, §4.1.2");
        }
        whole(text(holder, ATOM, "id"), "RFC 4287 §4.2.6: id");
        rfc3339(text(holder, ATOM, "updated"));
        var alternates = children(holder, ATOM, "link").stream()
                .filter(link -> link.getAttribute("rel").equals("alternate"))
                .toList();
        holds(alternates.size() == 1, "RFC 4287 §4.1.1: one alternate of a type and language");
        children(holder, ATOM, "link").forEach(link -> whole(link.getAttribute("href"), "RFC 4287 §4.2.7.1: href"));
    }

    private void once(Element parent, String namespace, String name, String source) {
        var found = children(parent, namespace, name);
        holds(found.size() == 1 && !found.get(0).getTextContent().isBlank(), source + ": one " + name);
    }

    private void rfc822(Element parent, String name) {
        for (var date : children(parent, "", name)) {
            try {
                DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.getTextContent());
            } catch (DateTimeException fault) {
                faults.add("rss-specification: " + name + " is RFC 822: " + date.getTextContent());
            }
        }
    }

    private void rfc3339(String date) {
        try {
            OffsetDateTime.parse(date);
            holds(date.matches("[0-9]{4}-.*:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})"), "RFC 4287 §3.3: " + date);
        } catch (DateTimeException fault) {
            faults.add("RFC 4287 §3.3: " + date);
        }
    }

    private void whole(String address, String what) {
        holds(URI.create(address).isAbsolute(), what + " is a whole address: " + address);
    }

    // validator.w3.org/feed/docs/warning/ContainsRelRef.html
    private void noRelativeAddresses(String html) {
        Jsoup.parseBodyFragment(html)
                .select("[href], [src]")
                .forEach(element -> whole(
                        element.hasAttr("href") ? element.attr("href") : element.attr("src"), "an address of a body"));
    }

    private void holds(boolean held, String rule) {
        if (!held) {
            faults.add(rule);
        }
    }
}
