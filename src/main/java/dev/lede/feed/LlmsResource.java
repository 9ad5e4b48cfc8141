package dev.lede.feed;

import dev.lede.http.caching.Answer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** {@code /llms.txt}: what is published, for language models. */
@Path(LlmsText.PATH)
public class LlmsResource {

    private final Feeds feeds;

    LlmsResource(Feeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @FeedPaging
    public Answer text(@Context UriInfo uri, @Context RoutingContext context) {
        return feeds.llms(context.request(), uri.getQueryParameters());
    }
}
