package dev.lede.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lede.document.HugoSite.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The params of a document in a form that can be compared: keys lower case at every depth, as Hugo has them. */
final class HugoParams {
    private static final ObjectMapper JSON = new ObjectMapper();

    // The keys that Lede knows, and isCJKLanguage, which Hugo does.
    private static final List<String> KNOWN = List.of(
            "title",
            "linktitle",
            "date",
            "publishdate",
            "pubdate",
            "published",
            "lastmod",
            "modified",
            "expirydate",
            "unpublishdate",
            "draft",
            "slug",
            "url",
            "permalink",
            "aliases",
            "lang",
            "language",
            "translationkey",
            "weight",
            "summary",
            "excerpt",
            "excerpt_separator",
            "tags",
            "categories",
            "description",
            "keywords",
            "author",
            "authors",
            "resources",
            "markup",
            "cascade",
            "build",
            "outputs",
            "headless",
            "iscjklanguage");

    private HugoParams() {}

    static JsonNode ours(Page page) {
        ObjectNode params = lower(JSON.valueToTree(page.ours().params()));
        params.remove("iscjklanguage");
        return reread(params);
    }

    static JsonNode theirs(Page page, HugoSite site) {
        ObjectNode params = lower(page.theirs().path("params"));
        JsonNode inner = params.remove("params");
        params.remove(KNOWN);
        // Hugo merged the map only later (0.123). What is known outside it is not known inside.
        if (inner instanceof ObjectNode map) {
            params.setAll(map);
        }
        if (page.isJekyll()) {
            params.remove(List.of("tag", "category"));
        }
        cascaded(site).stream()
                .filter(key -> !page.ours().params().containsKey(key))
                .forEach(params::remove);
        return reread(params);
    }

    /** The keys that a section of the site hands down. */
    private static Set<String> cascaded(HugoSite site) {
        Set<String> keys = new HashSet<>();
        site.pages().forEach(page -> collect(page.theirs().at("/params/cascade"), keys));
        return keys;
    }

    private static void collect(JsonNode node, Set<String> keys) {
        node.properties().forEach(field -> keys.add(field.getKey()));
        node.forEach(inner -> collect(inner, keys));
    }

    private static ObjectNode lower(JsonNode map) {
        ObjectNode lower = JSON.createObjectNode();
        map.properties().forEach(field -> lower.set(field.getKey().toLowerCase(Locale.ROOT), inside(field.getValue())));
        return lower;
    }

    private static JsonNode inside(JsonNode node) {
        if (node instanceof ObjectNode) {
            return lower(node);
        }
        if (node instanceof ArrayNode) {
            ArrayNode items = JSON.createArrayNode();
            node.forEach(item -> items.add(inside(item)));
            return items;
        }
        return node;
    }

    // An int and a long of one value are not equal as nodes; read from text they are of one kind.
    private static JsonNode reread(JsonNode node) {
        try {
            return JSON.readTree(node.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
