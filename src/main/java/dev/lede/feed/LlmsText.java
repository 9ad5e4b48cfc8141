package dev.lede.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lede.article.media.SiteAddresses;
import dev.lede.feed.format.Feed.About;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A site in the form of <a href="https://llmstxt.org">llms.txt</a>: Markdown with a heading, a quote, and lists of links. */
final class LlmsText {

    static final String PATH = "/llms.txt";

    // It is Markdown, but the name says text, which every browser and fetcher shows instead of saving it.
    static final String MEDIA_TYPE = "text/plain;charset=UTF-8";

    /** As many as a list may have. */
    static final int USUAL_LIMIT = 100;

    private final About about;
    private final SiteAddresses addresses;
    private final StringBuilder text = new StringBuilder();

    LlmsText(About about, SiteAddresses addresses) {
        this.about = about;
        this.addresses = addresses;
    }

    /** @param articles in their order, each as {@link Entries} reads it */
    byte[] of(List<JsonNode> articles) {
        text.append("# ").append(line(about.title())).append("\n\n");
        text.append("> ").append(line(about.description())).append("\n\n");
        text.append("Every article is also JSON, HTML, plain text and Markdown: ask ")
                .append(addresses.api())
                .append("/v1/articles/{slug} with that media type in `Accept`.\n");
        bySection(articles).forEach((section, found) -> {
            text.append("\n## ")
                    .append(section.isEmpty() ? "Articles" : line(section))
                    .append("\n\n");
            found.forEach(article -> link(
                    article.path("title").asText(),
                    addresses.site() + article.path("url").asText(),
                    article.path("summary").asText()));
        });
        text.append("\n## API\n\n");
        link("Articles", addresses.api() + "/v1/articles", "all of them as JSON, by filters and cursor");
        link("Contract", addresses.api() + "/q/openapi", "OpenAPI");
        text.append("\n## Optional\n\n");
        link("Feed", addresses.api() + "/feed.json", "JSON Feed");
        link("Sitemap", addresses.api() + "/sitemap.xml", "the address of every page");
        return text.toString().getBytes(UTF_8);
    }

    private static Map<String, List<JsonNode>> bySection(List<JsonNode> articles) {
        var sections = new LinkedHashMap<String, List<JsonNode>>();
        for (var article : articles) {
            sections.computeIfAbsent(article.path("section").asText(), section -> new ArrayList<>())
                    .add(article);
        }
        return sections;
    }

    private void link(String title, String url, String summary) {
        text.append("- [").append(line(title)).append("](").append(target(url)).append(')');
        if (!summary.isBlank()) {
            text.append(": ").append(line(summary));
        }
        text.append('\n');
    }

    // A line of its own is what everything depends on, and nothing may pass for a link or for HTML.
    private static String line(String written) {
        return written.strip().replaceAll("\\s+", " ").replaceAll("([\\\\\\[\\]<>`*_])", "\\\\$1");
    }

    private static String target(String url) {
        return url.replace("(", "%28").replace(")", "%29");
    }
}
