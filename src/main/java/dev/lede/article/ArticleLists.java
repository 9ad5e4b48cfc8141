package dev.lede.article;

import dev.lede.access.Caller;
import dev.lede.access.Role;
import dev.lede.article.Articles.Snapshot;
import dev.lede.article.query.ArticleQuery;
import dev.lede.article.query.FilterContext;
import dev.lede.article.query.Perspective;
import dev.lede.article.view.Shape;
import dev.lede.database.Sql;
import dev.lede.http.caching.Answer;
import dev.lede.http.query.PageLinks;
import dev.lede.http.query.Parameters;
import dev.lede.taxonomy.TaxonomyConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/** Lists of articles as answers: whatever the shape, they are asked for and paged alike. */
@ApplicationScoped
class ArticleLists {

    private static final Map<String, Perspective> PERSPECTIVES =
            Map.of("published", Perspective.PUBLISHED, "all", Perspective.ALL);

    private final Articles articles;
    private final Caller caller;
    private final FilterContext context;

    ArticleLists(Articles articles, Caller caller, LanguageConfig language, TaxonomyConfig taxonomy) {
        this.articles = articles;
        this.caller = caller;
        this.context = new FilterContext(language.timeZone(), taxonomy.taxonomies());
    }

    /** @param condition what every article must meet beside the client's filters */
    Answer answer(UriInfo uri, Parameters parameters, Shape shape, Sql condition) {
        var query =
                ArticleQuery.of(parameters, perspective(parameters), context).where(condition);
        var page = articles.page(query, shape);
        var answer = at(page.snapshot(), page.json());
        var links = PageLinks.of(uri.getRequestUri().getRawPath(), uri.getQueryParameters());
        for (var link : page.links(links)) {
            answer = answer.link(link);
        }
        return answer;
    }

    /** What the client may and wants to see; refuses it a perspective that its key does not hold. */
    Perspective perspective(Parameters parameters) {
        var perspective = parameters.oneOf("perspective", PERSPECTIVES, Perspective.PUBLISHED);
        if (perspective == Perspective.ALL) {
            caller.require(Role.PREVIEW);
        }
        return perspective;
    }

    static Answer at(Snapshot snapshot, byte[] json) {
        var answer = Answer.json(json).atRevision(snapshot.revision());
        return snapshot.turn() == null ? answer : answer.until(snapshot.turn());
    }
}
