package dev.lede.article;

import dev.lede.access.Requires;
import dev.lede.access.Role;
import dev.lede.article.media.ArticleMedia;
import dev.lede.article.query.ArticleFilters;
import dev.lede.article.query.ArticlePaging;
import dev.lede.article.query.FeedLinks;
import dev.lede.article.view.Shape;
import dev.lede.http.caching.Answer;
import dev.lede.http.query.LinkConfig;
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
    private final ArticleMedia media;
    private final LinkConfig links;

    ArticlesResource(ArticleLists lists, ArticleByKey byKey, ArticleMedia media, LinkConfig links) {
        this.lists = lists;
        this.byKey = byKey;
        this.media = media;
        this.links = links;
    }

    @GET
    @ArticleFilters
    @ArticlePaging
    @Takes({"q", "fields", "include"})
    public Answer list(@Context UriInfo uri) {
        var parameters = Parameters.of(uri.getQueryParameters());
        var answer = lists.answer(uri, parameters, Shape.of(parameters, Shape.CARD));
        for (var feed : FeedLinks.of(links.prefix(), uri.getQueryParameters())) {
            answer = answer.link(feed);
        }
        return answer;
    }

    @GET
    @Path("/{key}")
    @Produces({
        MediaType.APPLICATION_JSON,
        MediaType.TEXT_HTML,
        MediaType.TEXT_PLAIN,
        "text/markdown",
        "application/ld+json"
    })
    @Takes({"fields", "include", "lang", "perspective", "asOf"})
    @Requires(
            value = Role.PREVIEW,
            with = {"perspective=all", "asOf"})
    public RestResponse<Answer> one(@RestPath String key, @Context UriInfo uri, @Context HttpHeaders headers) {
        var request = ArticleByKey.Request.of(key, uri, headers);
        var representation = media.accepted(headers, Shape.of(request.parameters(), Shape.FULL));
        return ArticleMedia.varying(byKey.answer(request, representation));
    }
}
