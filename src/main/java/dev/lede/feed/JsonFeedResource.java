package dev.lede.feed;

import dev.lede.feed.format.JsonFeedFormat;
import dev.lede.http.caching.Answer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** {@code /feed.json}: what is published, as JSON Feed 1.1. */
@Path("/feed.json")
public class JsonFeedResource {

    private static final JsonFeedFormat FORMAT = new JsonFeedFormat();

    private final Feeds feeds;

    JsonFeedResource(Feeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @FeedPaging
    public Answer feed(@Context UriInfo uri, @Context RoutingContext context) {
        return feeds.answer(context.request(), uri.getQueryParameters(), FORMAT);
    }
}
