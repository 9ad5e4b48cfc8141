package dev.lede.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lede.article.ArticlePage;
import dev.lede.article.Articles;
import dev.lede.article.media.SiteAddresses;
import dev.lede.article.media.SiteConfig;
import dev.lede.article.query.ArticleFilter;
import dev.lede.article.query.ArticleQuery;
import dev.lede.article.query.FilterContext;
import dev.lede.article.query.LanguageConfig;
import dev.lede.article.query.Perspective;
import dev.lede.feed.FeedConfig.Content;
import dev.lede.feed.format.Entry;
import dev.lede.feed.format.Feed;
import dev.lede.feed.format.Feed.About;
import dev.lede.feed.format.FeedFormat;
import dev.lede.http.caching.Answer;
import dev.lede.taxonomy.TaxonomyConfig;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists of published articles as answers that are read elsewhere. Thread-safe. */
@ApplicationScoped
class Feeds {

    /** As many as a list of articles may have. */
    private static final int MOST = 100;

    private final Articles articles;
    private final RequestAddresses addresses;
    private final FeedConfig config;
    private final SiteConfig site;
    private final String defaultLanguage;
    private final FilterContext context;

    Feeds(
            Articles articles,
            RequestAddresses addresses,
            FeedConfig config,
            SiteConfig site,
            LanguageConfig language,
            TaxonomyConfig taxonomy) {
        if (config.limit() < 1 || config.limit() > MOST) {
            throw new IllegalStateException("lede.feed.limit is a number from 1 to " + MOST + ".");
        }
        this.articles = articles;
        this.addresses = addresses;
        this.config = config;
        this.site = site;
        this.defaultLanguage = language.defaultLanguage();
        this.context = new FilterContext(language.timeZone(), taxonomy.taxonomies());
    }

    /** What cannot be read in the configuration ends the start, not the first feed. */
    void start(@Observes StartupEvent started) {}

    /** A feed in this form. */
    Answer answer(HttpServerRequest http, Map<String, List<String>> given, FeedFormat format) {
        var request = FeedRequest.of(format.form().path(), given, addresses.of(http));
        var entries = config.content() == Content.FULL ? Entries.FULL : Entries.SUMMARIES;
        var page = page(request, entries, config.limit());
        var feed = feed(request, page);
        return answer(page, Answer.of(format.mediaType(), format.written(feed)));
    }

    /** The same list as a text for language models. */
    Answer llms(HttpServerRequest http, Map<String, List<String>> given) {
        var request = FeedRequest.of(LlmsText.PATH, given, addresses.of(http));
        var page = page(request, Entries.SUMMARIES, LlmsText.USUAL_LIMIT);
        var found = page.items().stream().map(Entries::article).toList();
        var about = about(request, entries(found, request.addresses()));
        return answer(page, Answer.of(LlmsText.MEDIA_TYPE, new LlmsText(about, request.addresses()).of(found)));
    }

    private ArticlePage page(FeedRequest request, Entries entries, int usualLimit) {
        var parameters = request.parameters(usualLimit);
        var filter = ArticleFilter.of(parameters, context, Perspective.PUBLISHED);
        return articles.page(ArticleQuery.of(parameters, filter, Perspective.PUBLISHED), entries);
    }

    private Answer answer(ArticlePage page, Answer made) {
        return addresses.varying(page.snapshot().answer(made));
    }

    private Feed feed(FeedRequest request, ArticlePage page) {
        var entries = entries(page.items().stream().map(Entries::article).toList(), request.addresses());
        var next = page.next() == null ? null : request.at(page.next());
        return new Feed(about(request, entries), request.at(null), request.self(), next, entries);
    }

    private static List<Entry> entries(List<JsonNode> found, SiteAddresses addresses) {
        var entries = new ArrayList<Entry>();
        found.forEach(article -> entries.add(Entries.entry(article, addresses)));
        return entries;
    }

    private About about(FeedRequest request, List<Entry> entries) {
        var home = request.addresses().site() + "/";
        var publisher = site.title().orElseGet(() -> URI.create(home).getAuthority());
        var title = new FeedTitle(request, entries).under(publisher);
        var languages = request.query().containsKey("fallback") ? List.<String>of() : request.values("lang");
        return new About(
                title,
                site.description().orElse(title),
                publisher,
                home,
                languages.size() == 1 ? languages.get(0) : defaultLanguage);
    }
}
