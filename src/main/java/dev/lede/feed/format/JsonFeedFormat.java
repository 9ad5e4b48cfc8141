package dev.lede.feed.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lede.article.query.FeedLinks.Form;

/** <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>. */
public final class JsonFeedFormat implements FeedFormat {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Form form() {
        return Form.JSON;
    }

    // JSON is UTF-8 and its media types have no charset, RFC 8259 §11.
    @Override
    public String mediaType() {
        return form().mediaType();
    }

    @Override
    public byte[] written(Feed feed) {
        var about = feed.about();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("version", "https://jsonfeed.org/version/1.1");
        json.put("title", about.title());
        json.put("home_page_url", about.home());
        json.put("feed_url", feed.self());
        json.put("description", about.description());
        if (feed.next() != null) {
            json.put("next_url", feed.next());
        }
        json.putArray("authors").addObject().put("name", about.publisher()).put("url", about.home());
        json.put("language", about.lang());
        var items = json.putArray("items");
        feed.entries().forEach(entry -> items.add(item(entry)));
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A tree that is no JSON", fault);
        }
    }

    private static ObjectNode item(Entry entry) {
        var item = JsonNodeFactory.instance.objectNode();
        item.put("id", entry.id());
        item.put("url", entry.url());
        item.put("title", entry.title());
        // One of the two must be there.
        if (entry.html() == null) {
            item.put("content_text", entry.summary());
        } else {
            item.put("content_html", entry.html());
            item.put("summary", entry.summary());
        }
        if (entry.picture() != null) {
            item.put("image", entry.picture().url());
        }
        if (entry.published() != null) {
            item.put("date_published", FeedDates.rfc3339(entry.published()));
        }
        item.put("date_modified", FeedDates.rfc3339(entry.updated()));
        if (!entry.authors().isEmpty()) {
            var authors = item.putArray("authors");
            entry.authors().forEach(author -> authors.addObject().put("name", author));
        }
        if (!entry.categories().isEmpty()) {
            var tags = item.putArray("tags");
            entry.categories().stream().map(Entry.Category::label).distinct().forEach(tags::add);
        }
        item.put("language", entry.lang());
        return item;
    }
}
