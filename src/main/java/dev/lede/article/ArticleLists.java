package dev.lede.article;

import dev.lede.article.query.ArticleFilter;
import dev.lede.article.query.ArticleQuery;
import dev.lede.article.query.FilterContext;
import dev.lede.article.query.LanguageConfig;
import dev.lede.article.query.Perspective;
import dev.lede.article.view.Representation;
import dev.lede.database.Sql;
import dev.lede.http.caching.Answer;
import dev.lede.http.caching.Dependencies;
import dev.lede.http.query.PageLinks;
import dev.lede.http.query.Parameters;
import dev.lede.taxonomy.TaxonomyConfig;
import dev.lede.taxonomy.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.OptionalLong;

/** Lists of articles as answers: whatever the shape, they are asked for and paged alike. */
@ApplicationScoped
public class ArticleLists {

    private final Articles articles;
    private final PerspectiveOfCaller perspectives;
    private final Terms terms;
    private final FilterContext context;

    ArticleLists(
            Articles articles,
            PerspectiveOfCaller perspectives,
            Terms terms,
            LanguageConfig language,
            TaxonomyConfig taxonomy) {
        this.articles = articles;
        this.perspectives = perspectives;
        this.terms = terms;
        this.context = new FilterContext(language.timeZone(), taxonomy.taxonomies());
    }

    /** Which articles are asked for, and by whom. */
    public record Asked(ArticleFilter filter, Perspective perspective) {}

    /** Reads the filters that all lists of articles have; what is wrong is noted with the parameters. */
    public Asked asked(Parameters parameters) {
        var perspective = perspectives.of(parameters);
        return new Asked(ArticleFilter.of(parameters, context, perspective), perspective);
    }

    /** What an answer about all articles of a filter depends on. */
    Dependencies dependencies(ArticleFilter filter) {
        var term = filter.term().map(terms::known).orElse(OptionalLong.empty());
        if (term.isPresent() && !filter.compared()) {
            return Dependencies.on("term:" + term.getAsLong());
        }
        return filter.among().isEmpty() ? Dependencies.on(Dependencies.ARTICLES) : Dependencies.on(filter.among());
    }

    Answer answer(UriInfo uri, Parameters parameters, Representation shape) {
        return answer(uri, parameters, shape, asked(parameters));
    }

    /** @param condition what every article must meet beside the client's filters */
    Answer answer(UriInfo uri, Parameters parameters, Representation shape, Sql condition) {
        var asked = asked(parameters);
        return answer(uri, parameters, shape, new Asked(asked.filter().where(condition), asked.perspective()));
    }

    private Answer answer(UriInfo uri, Parameters parameters, Representation shape, Asked asked) {
        var query = ArticleQuery.of(parameters, asked.filter(), asked.perspective());
        var page = articles.page(query, shape);
        var answer = answer(uri, page, "");
        // What a text finds, and in which order, depends on the texts of all.
        return query.text().isPresent() ? answer : answer.dependingOn(page.dependencies(dependencies(asked.filter())));
    }

    /** @param more members beside items and page, each with a comma before it */
    public Answer answer(UriInfo uri, ArticlePage page, String more) {
        var answer = page.snapshot().answer(Answer.json(page.json(more)));
        var links = PageLinks.of(uri.getRequestUri().getRawPath(), uri.getQueryParameters());
        for (var link : page.links(links)) {
            answer = answer.link(link);
        }
        return answer;
    }
}
