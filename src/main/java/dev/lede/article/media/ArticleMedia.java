package dev.lede.article.media;

import dev.lede.article.media.LinkedData.Site;
import dev.lede.article.view.Representation;
import dev.lede.article.view.Shape;
import dev.lede.http.caching.Answer;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.query.LinkConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;

/** Which representation of an article a client accepts. */
@ApplicationScoped
public class ArticleMedia {

    private static final MediaType MARKDOWN = new MediaType("text", "markdown");
    private static final MediaType LINKED_DATA = new MediaType("application", "ld+json");

    private static final List<MediaType> OFFERED = List.of(
            MediaType.APPLICATION_JSON_TYPE,
            MediaType.TEXT_HTML_TYPE,
            MediaType.TEXT_PLAIN_TYPE,
            MARKDOWN,
            LINKED_DATA);

    private final SiteConfig config;
    private final LinkConfig links;

    ArticleMedia(SiteConfig config, LinkConfig links) {
        this.config = config;
        this.links = links;
    }

    /**
     * The representation that is accepted most gladly.
     *
     * @param json what JSON would hold
     * @throws ProblemException {@code not-acceptable}
     */
    public Representation accepted(HttpHeaders headers, Shape json) {
        var ranges = headers.getAcceptableMediaTypes();
        var type = AcceptedMedia.best(ranges, OFFERED)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "An article is offered as application/json, text/html, text/plain, text/markdown and"
                                + " application/ld+json."));
        if (type.equals(MediaType.TEXT_HTML_TYPE)) {
            return BodyMedia.HTML;
        }
        if (type.equals(MediaType.TEXT_PLAIN_TYPE)) {
            return BodyMedia.TEXT;
        }
        if (type.equals(MARKDOWN)) {
            return new DocumentMedia();
        }
        return type.equals(LINKED_DATA) ? new LinkedData(site()) : json;
    }

    /** The answer, which was chosen by {@code Accept}; a page that a browser shows may draw pictures and nothing else. */
    public static RestResponse<Answer> varying(RestResponse<Answer> response) {
        var answer = response.getEntity();
        if (answer == null) {
            return response;
        }
        var varying = answer.varyingBy(HttpHeaders.ACCEPT);
        var shown = BodyMedia.HTML.mediaType().equals(answer.mediaType())
                ? varying.header("Content-Security-Policy", "sandbox; default-src 'none'; img-src * data:; media-src *")
                : varying;
        return RestResponse.ResponseBuilder.create(response.getStatusInfo(), shown)
                .build();
    }

    private Site site() {
        // Never the host of the request: a cache would hand one client's on to all others.
        var api = links.prefix();
        return new Site(config.base().orElse(api), api, config.title().orElse(""), Set.copyOf(config.newsSections()));
    }
}
