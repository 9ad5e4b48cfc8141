package dev.lede.search;

import dev.lede.article.ArticleLists;
import dev.lede.article.Articles;
import dev.lede.article.query.ArticleFilters;
import dev.lede.article.query.ArticlePaging;
import dev.lede.article.query.ArticleQuery;
import dev.lede.database.Database;
import dev.lede.http.caching.Answer;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.Parameters;
import dev.lede.http.query.Takes;
import dev.lede.search.rank.RankedSearch;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** {@code /v1/search}: articles by their text. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    private final ArticleLists lists;
    private final Articles articles;
    private final RankedSearch search;
    private final Database database;

    SearchResource(ArticleLists lists, Articles articles, RankedSearch search, Database database) {
        this.lists = lists;
        this.articles = articles;
        this.search = search;
        this.database = database;
    }

    @GET
    @ArticleFilters
    @ArticlePaging
    @Takes("q")
    public Answer search(@Context UriInfo uri) {
        var parameters = Parameters.of(uri.getQueryParameters());
        var asked = lists.asked(parameters);
        if (!parameters.has("q")) {
            parameters.refuse(Violation.ofParameter("q", "\"q\" must be given: it is what is searched for."));
        }
        var query = ArticleQuery.bestFirst(parameters, asked.filter(), asked.perspective());
        try (var snapshot = database.snapshot()) {
            var session = snapshot.session();
            var result = search.search(session, query);
            var page = articles.page(session, query, result.matches(), new HitShape(result, query.usesScore()));
            return lists.answer(uri, page, "");
        }
    }
}
