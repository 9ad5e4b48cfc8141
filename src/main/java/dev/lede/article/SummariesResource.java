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
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/summaries}: what articles say, in short. */
@Path("/v1/summaries")
@Produces(MediaType.APPLICATION_JSON)
public class SummariesResource {

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

    SummariesResource(ArticleLists lists, ArticleByKey byKey) {
        this.lists = lists;
        this.byKey = byKey;
    }

    @GET
    @Takes(
            value = {
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
        return lists.answer(uri, Parameters.of(uri.getQueryParameters()), SUMMARY, Sql.of("true"));
    }

    @GET
    @Path("/{key}")
    @Takes({"lang", "perspective"})
    public RestResponse<Answer> one(@RestPath String key, @Context UriInfo uri, @Context HttpHeaders headers) {
        return byKey.answer(key, Parameters.of(uri.getQueryParameters()), SUMMARY, headers);
    }
}
