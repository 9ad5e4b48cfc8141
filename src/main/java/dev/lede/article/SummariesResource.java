package dev.lede.article;

import dev.lede.access.Requires;
import dev.lede.access.Role;
import dev.lede.article.query.ArticleFilters;
import dev.lede.article.query.ArticlePaging;
import dev.lede.article.view.CutSummary;
import dev.lede.article.view.CutSummary.TextCutter;
import dev.lede.article.view.Representation;
import dev.lede.article.view.Shape;
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
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/summaries}: what articles say, in short. */
@Path("/v1/summaries")
@Produces(MediaType.APPLICATION_JSON)
public class SummariesResource {

    private static final int SHORTEST = 20;
    private static final int LONGEST = 1_000;

    private static final Shape SUMMARY = Shape.of(List.of(
            "id",
            "slug",
            "url",
            "lang",
            "title",
            "date",
            "summary",
            "summarySource",
            "summaryTruncated",
            "wordCount",
            "readingTime"));

    private final ArticleLists lists;
    private final ArticleByKey byKey;
    private final TextCutter cutter;

    SummariesResource(ArticleLists lists, ArticleByKey byKey, TextCutter cutter) {
        this.lists = lists;
        this.byKey = byKey;
        this.cutter = cutter;
    }

    @GET
    @ArticleFilters
    @ArticlePaging
    @Takes({"q", "length"})
    public Answer list(@Context UriInfo uri) {
        var parameters = Parameters.of(uri.getQueryParameters());
        return lists.answer(uri, parameters, summary(parameters));
    }

    @GET
    @Path("/{key}")
    @Takes({"length", "lang", "perspective", "asOf"})
    @Requires(
            value = Role.PREVIEW,
            with = {"perspective=all", "asOf"})
    public RestResponse<Answer> one(@RestPath String key, @Context UriInfo uri, @Context HttpHeaders headers) {
        var request = ArticleByKey.Request.of(key, uri, headers);
        return byKey.answer(request, summary(request.parameters()));
    }

    private Representation summary(Parameters parameters) {
        var length = parameters.integer("length", SHORTEST, LONGEST, LONGEST);
        return parameters.has("length") ? new CutSummary(SUMMARY, length, cutter) : SUMMARY;
    }
}
