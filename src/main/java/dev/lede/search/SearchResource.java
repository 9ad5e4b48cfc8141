package dev.lede.search;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lede.article.ArticleLists;
import dev.lede.article.Articles;
import dev.lede.article.query.ArticleFilters;
import dev.lede.article.query.ArticlePaging;
import dev.lede.article.query.ArticleQuery;
import dev.lede.database.Database;
import dev.lede.database.DatabaseException;
import dev.lede.database.Session;
import dev.lede.http.caching.Answer;
import dev.lede.http.problem.Violation;
import dev.lede.http.query.Parameters;
import dev.lede.http.query.Takes;
import dev.lede.search.facet.Facets;
import dev.lede.search.rank.RankedSearch;
import dev.lede.search.rank.RankedSearch.Result;
import dev.lede.search.spelling.Correction;
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

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ArticleLists lists;
    private final Articles articles;
    private final RankedSearch search;
    private final Facets facets;
    private final Database database;

    SearchResource(ArticleLists lists, Articles articles, RankedSearch search, Facets facets, Database database) {
        this.lists = lists;
        this.articles = articles;
        this.search = search;
        this.facets = facets;
        this.database = database;
    }

    @GET
    @ArticleFilters
    @ArticlePaging
    @Takes({"q", "facets"})
    public Answer search(@Context UriInfo uri) {
        var parameters = Parameters.of(uri.getQueryParameters());
        var asked = lists.asked(parameters);
        if (!parameters.has("q")) {
            parameters.refuse(Violation.ofParameter("q", "\"q\" must be given: it is what is searched for."));
        }
        var asksFor = facets.asked(parameters);
        var query = ArticleQuery.bestFirst(parameters, asked.filter(), asked.perspective());
        try (var snapshot = database.snapshot()) {
            var session = snapshot.session();
            var result = search.search(session, query);
            var page = articles.page(session, query, result.matches(), new HitShape(result, query.usesScore()));
            var besides = JSON.createObjectNode();
            if (!asksFor.isEmpty()) {
                besides.set("facets", facets.of(session, query, result.matches().condition(), asksFor));
            }
            var whole = !page.items().isEmpty() || isCorrected(session, query, result, besides);
            var answer = lists.answer(uri, page, besides.isEmpty() ? "" : "," + between(besides.toString()));
            return whole ? answer : answer.madeAnew();
        }
    }

    /** Says what may have been meant by what is not found; false when there was no time to look for it. */
    private static boolean isCorrected(Session session, ArticleQuery query, Result result, ObjectNode besides) {
        if (query.isFirst() && !result.query().isEmpty()) {
            try {
                new Correction(session, query, result.languages())
                        .of(query.text().orElse(""), result.query())
                        .ifPresent(text -> besides.put("didYouMean", text));
            } catch (DatabaseException fault) {
                // That nothing is found is known, and an answer.
                if (!fault.isPassing()) {
                    throw fault;
                }
                return false;
            }
        }
        return true;
    }

    private static String between(String object) {
        return object.substring(1, object.length() - 1);
    }
}
