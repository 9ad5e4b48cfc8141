package dev.lede.http.caching;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Turns an {@link Answer} into HTTP: validators, conditions, compression, cache directives. */
final class AnswerFilter {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final CacheConfig config;
    private final Clock clock = Clock.systemUTC();

    AnswerFilter(CacheConfig config) {
        this.config = config;
    }

    @ServerResponseFilter
    void apply(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        if (!(response.getEntity() instanceof Answer answer)) {
            return;
        }
        boolean read = READS.contains(request.getMethod());
        boolean gzip = isGzipped(answer.content(), request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        describe(answer, gzip, response.getHeaders());
        cache(answer, read && !Privacy.isMarked(context), response.getHeaders());
        if (read && response.getStatus() == 200) {
            validate(answer, gzip, response.getHeaders());
            if (isUnchanged(answer, request)) {
                response.setStatus(304);
                response.setEntity(null);
                return;
            }
        }
        write(answer, gzip, request, response);
    }

    private static boolean isGzipped(Content content, @Nullable String header) {
        var accepted = AcceptEncoding.parse(header);
        return accepted.prefersGzip() && (content.isWorthCompressing() || accepted.refusesIdentity());
    }

    private static void describe(Answer answer, boolean gzip, MultivaluedMap<String, Object> headers) {
        var vary = new TreeSet<>(answer.vary());
        vary.add(HttpHeaders.ACCEPT_ENCODING);
        headers.putSingle(HttpHeaders.VARY, String.join(", ", vary));
        answer.headers().forEach(header -> headers.add(header.getKey(), header.getValue()));
        answer.revision().ifPresent(revision -> headers.putSingle("Lede-Revision", Long.toString(revision)));
        if (gzip) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
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
        answer.lastModified().ifPresent(moment -> headers.putSingle(HttpHeaders.LAST_MODIFIED, httpDate(moment)));
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
        var since = httpDate(request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE));
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
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            // Without a body to count, the length must be said.
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
        }
    }

    private static String httpDate(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atZone(ZoneOffset.UTC));
    }

    private static Optional<Instant> httpDate(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
