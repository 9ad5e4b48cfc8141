package dev.lede.feed.sitemap;

import dev.lede.http.caching.Answer;
import dev.lede.http.query.Takes;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /sitemap-1.xml} and so on: a part of the sitemap. */
@Path("/sitemap-{part: [1-9][0-9]*}.xml")
public class SitemapPartResource {

    /** Of the number of a part: there are never more. */
    private static final int DIGITS = 4;

    private final Sitemaps sitemaps;

    SitemapPartResource(Sitemaps sitemaps) {
        this.sitemaps = sitemaps;
    }

    @GET
    @Takes(ignoresOthers = true)
    public Answer part(@RestPath String part, @Context RoutingContext context) {
        return sitemaps.part(context.request(), part.length() > DIGITS ? Integer.MAX_VALUE : Integer.parseInt(part));
    }
}
