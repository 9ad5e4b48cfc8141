package dev.lede.feed.sitemap;

import dev.lede.http.caching.Answer;
import dev.lede.http.query.Takes;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/** {@code /sitemap.xml}: where every visible article is, or which parts say so. */
@Path("/sitemap.xml")
public class SitemapResource {

    private final Sitemaps sitemaps;

    SitemapResource(Sitemaps sitemaps) {
        this.sitemaps = sitemaps;
    }

    @GET
    @Takes(ignoresOthers = true)
    public Answer whole(@Context RoutingContext context) {
        return sitemaps.whole(context.request());
    }
}
