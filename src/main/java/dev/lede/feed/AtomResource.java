package dev.lede.feed;

import dev.lede.feed.format.AtomFormat;
import dev.lede.http.caching.Answer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** {@code /atom.xml}: what is published, as Atom. */
@Path("/atom.xml")
public class AtomResource {

    private static final AtomFormat FORMAT = new AtomFormat();

    private final Feeds feeds;

    AtomResource(Feeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @FeedPaging
    public Answer feed(@Context UriInfo uri, @Context RoutingContext context) {
        return feeds.answer(context.request(), uri.getQueryParameters(), FORMAT);
    }
}
