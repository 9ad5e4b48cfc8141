package dev.lede.feed;

import dev.lede.feed.format.RssFormat;
import dev.lede.http.caching.Answer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** {@code /feed.xml}: what is published, as RSS 2.0. */
@Path("/feed.xml")
public class RssResource {

    private static final RssFormat FORMAT = new RssFormat();

    private final Feeds feeds;

    RssResource(Feeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @FeedPaging
    public Answer feed(@Context UriInfo uri, @Context RoutingContext context) {
        return feeds.answer(context.request(), uri.getQueryParameters(), FORMAT);
    }
}
