package dev.lede.article.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lede.article.query.Perspective;
import dev.lede.article.view.Representation;
import dev.lede.article.view.Shape;
import dev.lede.database.Sql;
import dev.lede.http.caching.Dependencies;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An article as search engines read it: schema.org's {@code Article} or {@code NewsArticle} in JSON-LD, with the
 * properties that <a href="https://developers.google.com/search/docs/appearance/structured-data/article">rich
 * results</a> take.
 */
record LinkedData(Site site) implements Representation {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Shape SHAPE = Shape.of(List.of(
            "url",
            "section",
            "lang",
            "title",
            "keywords",
            "authors",
            "date",
            "publishDate",
            "lastmod",
            "summary",
            "thumbnail",
            "tags",
            "categories",
            "wordCount"));

    /**
     * Where and whose the articles are.
     *
     * @param url of the site, without a slash at its end
     * @param api where Lede itself is reached, likewise
     * @param title empty when it has none
     */
    record Site(String url, String api, String title, Set<String> newsSections) {}

    @Override
    public String mediaType() {
        return "application/ld+json";
    }

    @Override
    public Sql columns(Perspective perspective) {
        return SHAPE.columns(perspective);
    }

    @Override
    public Dependencies others(ResultSet row) throws SQLException {
        return SHAPE.others(row);
    }

    @Override
    public byte[] bytes(ResultSet row) throws SQLException {
        try {
            var article = JSON.readTree(new String(SHAPE.bytes(row), StandardCharsets.UTF_8));
            return JSON.writeValueAsBytes(linked(article));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A stored article that is no JSON", fault);
        }
    }

    private ObjectNode linked(JsonNode article) {
        var url = site.url() + article.path("url").asText();
        var linked = JsonNodeFactory.instance.objectNode();
        linked.put("@context", "https://schema.org");
        linked.put("@type", isNews(article) ? "NewsArticle" : "Article");
        linked.put("@id", url);
        linked.put("url", url);
        linked.putObject("mainEntityOfPage").put("@type", "WebPage").put("@id", url);
        linked.put("headline", article.path("title").asText());
        putText(linked, "description", article.path("summary").asText());
        linked.put("inLanguage", article.path("lang").asText());
        putText(linked, "datePublished", published(article));
        putText(linked, "dateModified", article.path("lastmod").asText());
        linked.set("author", authors(article));
        if (!site.title().isEmpty()) {
            linked.set("publisher", organization());
        }
        putText(linked, "image", picture(article.path("thumbnail").path("src").asText()));
        putTexts(linked, "keywords", names(article.path("tags"), article.path("keywords")));
        putTexts(linked, "articleSection", names(article.path("categories"), JsonNodeFactory.instance.arrayNode()));
        linked.put("wordCount", article.path("wordCount").asInt());
        return linked;
    }

    private boolean isNews(JsonNode article) {
        return site.newsSections().contains(article.path("section").asText());
    }

    private static String published(JsonNode article) {
        return article.path("publishDate").asText(article.path("date").asText());
    }

    private JsonNode authors(JsonNode article) {
        var authors = JsonNodeFactory.instance.arrayNode();
        article.path("authors")
                .forEach(author -> authors.addObject().put("@type", "Person").put("name", author.asText()));
        // Who publishes what nobody signs speaks for it.
        if (authors.isEmpty() && !site.title().isEmpty()) {
            authors.add(organization());
        }
        return authors;
    }

    private ObjectNode organization() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("@type", "Organization")
                .put("name", site.title())
                .put("url", site.url() + "/");
    }

    private String picture(String src) {
        if (SiteAddresses.isRootRelative(src)) {
            return new SiteAddresses(site.url(), site.api()).ofPath(src);
        }
        return src.startsWith("http") ? src : "";
    }

    private static ArrayNode names(JsonNode terms, JsonNode more) {
        var names = JsonNodeFactory.instance.arrayNode();
        terms.forEach(term -> names.add(term.path("name").asText()));
        more.forEach(word -> names.add(Objects.requireNonNull(word.asText())));
        return names;
    }

    private static void putText(ObjectNode linked, String name, String text) {
        if (!text.isEmpty()) {
            linked.put(name, text);
        }
    }

    private static void putTexts(ObjectNode linked, String name, ArrayNode texts) {
        if (!texts.isEmpty()) {
            linked.set(name, texts);
        }
    }
}
