package dev.lede.http.caching;

import dev.lede.http.problem.Problem;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Turns an {@link Answer} into HTTP: validators, conditions, compression, cache directives. */
final class AnswerFilter {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final CacheConfig config;
    private final Clock clock;

    AnswerFilter(CacheConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @ServerResponseFilter
    void apply(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        if (!(response.getEntity() instanceof Answer answer)) {
            return;
        }
        boolean read = READS.contains(request.getMethod());
        try {
            boolean gzip = isGzipped(answer.content(), request.getHeaderString(HttpHeaders.ACCEPT_ENCODING), read);
            boolean unchanged = read && response.getStatus() == 200 && isUnchanged(answer, request);
            describe(answer, response.getHeaders());
            cache(answer, read && !Privacy.isMarked(context), response.getHeaders());
            if (read) {
                validate(answer, gzip, response.getHeaders());
            }
            if (unchanged) {
                response.setStatus(304);
                response.setEntity(null);
            } else {
                write(answer, gzip, request, response);
            }
        } catch (ProblemException refusal) {
            // Thrown on from here, it would be written as if it were the answer.
            refuse(refusal, response, context);
        }
    }

    private static boolean isGzipped(Content content, @Nullable String header, boolean read) {
        var accepted = AcceptEncoding.parse(header);
        // What was written is written: its answer is not refused for want of a coding.
        if (read && accepted.refusesIdentity() && !accepted.prefersGzip()) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE,
                    "Answers are coded as gzip or not at all; Accept-Encoding refuses both.");
        }
        return accepted.prefersGzip() && (content.isWorthCompressing() || accepted.refusesIdentity());
    }

    private static void refuse(ProblemException refusal, ContainerResponseContext response, RoutingContext context) {
        var problem = Problem.of(refusal, context);
        response.getHeaders().clear();
        response.setStatus(problem.status());
        response.setEntity(problem.json(), new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
    }

    private static void describe(Answer answer, MultivaluedMap<String, Object> headers) {
        var vary = new TreeSet<>(answer.vary());
        vary.add(HttpHeaders.ACCEPT_ENCODING);
        headers.putSingle(HttpHeaders.VARY, String.join(", ", vary));
        answer.headers().forEach(header -> headers.add(header.getKey(), header.getValue()));
        answer.revision().ifPresent(revision -> headers.putSingle("Lede-Revision", Long.toString(revision)));
    }

    private void cache(Answer answer, boolean open, MultivaluedMap<String, Object> headers) {
        if (!open) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, CacheDirectives.PRIVATE);
            return;
        }
        var directives = CacheDirectives.of(config, clock.instant(), answer.until());
        headers.putSingle(HttpHeaders.CACHE_CONTROL, directives.cacheControl());
        headers.putSingle("CDN-Cache-Control", directives.cdnCacheControl());
    }

    private static void validate(Answer answer, boolean gzip, MultivaluedMap<String, Object> headers) {
        headers.putSingle(HttpHeaders.ETAG, "\"" + answer.tag() + (gzip ? EntityTags.GZIPPED : "") + "\"");
        answer.lastModified()
                .ifPresent(moment -> headers.putSingle(HttpHeaders.LAST_MODIFIED, HttpDates.format(moment)));
    }

    private static boolean isUnchanged(Answer answer, ContainerRequestContext request) {
        var ifMatch = request.getHeaderString(HttpHeaders.IF_MATCH);
        if (ifMatch != null) {
            Preconditions.parse(ifMatch, null).check(answer.tag());
        }
        var ifNoneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (ifNoneMatch != null) {
            return EntityTags.parse(ifNoneMatch)
                    .map(tags -> tags.matchesWeakly(answer.tag()))
                    .orElse(false);
        }
        // RFC 9110 §13.1.3: If-Modified-Since is ignored beside If-None-Match, and when it is no valid date.
        var since = HttpDates.parse(request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE));
        return since.isPresent()
                && answer.lastModified()
                        .map(moment -> !moment.truncatedTo(ChronoUnit.SECONDS).isAfter(since.get()))
                        .orElse(false);
    }

    private static void write(
            Answer answer, boolean gzip, ContainerRequestContext request, ContainerResponseContext response) {
        var bytes = gzip ? answer.content().gzipped() : answer.content().body();
        var type = MediaType.valueOf(answer.content().mediaType());
        response.setEntity(bytes, new Annotation[0], type);
        if (gzip) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            // Without a body to count, the length must be said.
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
        }
    }
}
