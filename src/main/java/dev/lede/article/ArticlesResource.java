package dev.lede.article;

import dev.lede.article.view.Shape;
import dev.lede.database.Sql;
import dev.lede.http.caching.Answer;
import dev.lede.http.query.Parameters;
import dev.lede.http.query.Takes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/articles}: what readers get. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
public class ArticlesResource {

    private final ArticleLists lists;
    private final ArticleByKey byKey;

    ArticlesResource(ArticleLists lists, ArticleByKey byKey) {
        this.lists = lists;
        this.byKey = byKey;
    }

    @GET
    @Takes(
            value = {
                "fields",
                "include",
                "lang",
                "section",
                "kind",
                "id",
                "slug",
                "from",
                "to",
                "updatedFrom",
                "sort",
                "limit",
                "cursor",
                "page",
                "count",
                "perspective"
            },
            repeatable = {"tag", "category", "taxonomy.*", "param.*"})
    public Answer list(@Context UriInfo uri) {
        var parameters = Parameters.of(uri.getQueryParameters());
        return lists.answer(uri, parameters, Shape.of(parameters, Shape.CARD), Sql.of("true"));
    }

    @GET
    @Path("/{key}")
    @Takes({"fields", "include", "lang", "perspective"})
    public RestResponse<Answer> one(@RestPath String key, @Context UriInfo uri, @Context HttpHeaders headers) {
        var parameters = Parameters.of(uri.getQueryParameters());
        return byKey.answer(key, parameters, Shape.of(parameters, Shape.FULL), headers);
    }
}
