package dev.lede.feed;

import dev.lede.article.media.SiteAddresses;
import dev.lede.article.media.SiteConfig;
import dev.lede.http.caching.Answer;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.query.LinkConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the site and Lede are, for answers that are read far from where they come from: by configuration, and where it
 * does not say, by the host that the request names. Thread-safe.
 */
@ApplicationScoped
public class RequestAddresses {

    /** What a proxy says of the request that it had. */
    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Proto");

    private final SiteConfig site;
    private final LinkConfig links;
    private final boolean behindProxy;

    RequestAddresses(
            SiteConfig site,
            LinkConfig links,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean behindProxy) {
        this.site = site;
        this.links = links;
        this.behindProxy = behindProxy;
    }

    /**
     * The addresses for one request.
     *
     * @throws ProblemException {@code malformed-request} when the request must name a host and does not
     */
    public SiteAddresses of(HttpServerRequest request) {
        var api = isConfigured() ? links.prefix() : origin(request);
        return new SiteAddresses(site.base().orElse(api), api);
    }

    /**
     * An answer with these addresses. Where the request's host is among them it says so: a cache that does not look at
     * the host would hand one client's on to all others.
     */
    public Answer varying(Answer answer) {
        if (isConfigured()) {
            return answer;
        }
        var varying = answer.varyingBy("Host");
        if (behindProxy) {
            for (var header : FORWARDED) {
                varying = varying.varyingBy(header);
            }
        }
        return varying;
    }

    private boolean isConfigured() {
        return !links.prefix().isEmpty();
    }

    // The framework has put in what a proxy says, where it is trusted.
    private static String origin(HttpServerRequest request) {
        var authority = request.authority();
        if (authority == null || authority.host().isEmpty()) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST,
                    "The answer holds whole addresses, so the request must name a host in its Host field.");
        }
        var usual = request.isSSL() || "https".equals(request.scheme()) ? 443 : 80;
        var port = authority.port() <= 0 || authority.port() == usual ? "" : ":" + authority.port();
        return request.scheme() + "://" + authority.host() + port;
    }
}
