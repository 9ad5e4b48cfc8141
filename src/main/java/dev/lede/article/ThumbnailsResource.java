package dev.lede.article;

import dev.lede.access.Requires;
import dev.lede.access.Role;
import dev.lede.article.query.ArticleFilters;
import dev.lede.article.query.ArticlePaging;
import dev.lede.article.query.Perspective;
import dev.lede.article.view.Representation;
import dev.lede.article.view.Shape;
import dev.lede.database.Sql;
import dev.lede.http.caching.Answer;
import dev.lede.http.caching.Dependencies;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.query.Parameters;
import dev.lede.http.query.Takes;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/thumbnails}: the pictures of articles that have one. */
@Path("/v1/thumbnails")
@Produces(MediaType.APPLICATION_JSON)
public class ThumbnailsResource {

    private static final Shape THUMBNAIL = Shape.of(List.of("id", "slug", "title", "lang", "thumbnail"));

    private static final Representation SINGLE = new Single();

    private final ArticleLists lists;
    private final ArticleByKey byKey;
    private final RenditionAnswers renditions;

    ThumbnailsResource(ArticleLists lists, ArticleByKey byKey, RenditionAnswers renditions) {
        this.lists = lists;
        this.byKey = byKey;
        this.renditions = renditions;
    }

    @GET
    @ArticleFilters
    @ArticlePaging
    @Takes("q")
    public Answer list(@Context UriInfo uri) {
        return lists.answer(uri, Parameters.of(uri.getQueryParameters()), THUMBNAIL, Sql.of("a.has_thumbnail"));
    }

    @GET
    @Path("/{key}")
    @Takes({"lang", "perspective", "asOf"})
    @Requires(
            value = Role.PREVIEW,
            with = {"perspective=all", "asOf"})
    public RestResponse<Answer> one(@RestPath String key, @Context UriInfo uri, @Context HttpHeaders headers) {
        return byKey.answer(ArticleByKey.Request.of(key, uri, headers), SINGLE);
    }

    /** The picture itself, in one of the sizes on offer; made now, if nobody has asked for it before. */
    @GET
    @Path("/{id}/{rendition}")
    @Produces(MediaType.WILDCARD)
    @Takes("v")
    @Blocking
    public CompletionStage<Answer> rendition(
            @RestPath String id,
            @RestPath String rendition,
            @RestQuery @Nullable String v,
            @Context HttpHeaders headers) {
        return renditions.answer(RenditionAnswers.Asked.of(id, rendition, v, headers));
    }

    /** As {@link #THUMBNAIL}, and nothing for an article without one. */
    private record Single() implements Representation {

        @Override
        public String mediaType() {
            return THUMBNAIL.mediaType();
        }

        @Override
        public Sql columns(Perspective perspective) {
            return THUMBNAIL.columns(perspective).then(", a.has_thumbnail");
        }

        @Override
        public Dependencies others(ResultSet row) throws SQLException {
            return THUMBNAIL.others(row);
        }

        @Override
        public byte[] bytes(ResultSet row) throws SQLException {
            if (!row.getBoolean("has_thumbnail")) {
                throw new ProblemException(ProblemType.NOT_FOUND, "This article has no thumbnail.");
            }
            return THUMBNAIL.bytes(row);
        }
    }
}
