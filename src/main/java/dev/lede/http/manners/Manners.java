package dev.lede.http.manners;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.TransportProblems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.MDC;

/** Goes before every exchange and has the last word on the head of its answer. Thread-safe. */
@ApplicationScoped
public class Manners {

    /** Before every other filter, such as those of the framework's own endpoints. */
    private static final int FIRST = 10_000;

    /** In bytes of names and values; the server itself would take more, and refuse without a word. */
    private static final int LARGEST_HEADERS = 32_768;

    private static final String REVISION = "Lede-Revision";

    private final Cors cors;
    private final Instance<RevisionSource> revisions;

    Manners(CorsConfig cors, Instance<RevisionSource> revisions) {
        this.cors = new Cors(cors);
        this.revisions = revisions;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
    }

    private void begin(RoutingContext context) {
        long started = System.nanoTime();
        var request = context.request();
        var response = context.response();
        var id = RequestId.of(request.getHeader(RequestId.HEADER));
        MDC.put("requestId", id);
        response.putHeader(RequestId.HEADER, id);
        response.putHeader("X-Content-Type-Options", "nosniff");
        context.addHeadersEndHandler(end -> finish(context, started));
        if (cors.apply(request, response)) {
            response.setStatusCode(204).end();
            return;
        }
        refusal(context).ifPresentOrElse(refusal -> TransportProblems.answer(context, refusal), context::next);
    }

    private static Optional<ProblemException> refusal(RoutingContext context) {
        int size = 0;
        for (var header : context.request().headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size > LARGEST_HEADERS
                ? Optional.of(new ProblemException(
                        ProblemType.HEADERS_TOO_LARGE,
                        String.format(
                                Locale.ROOT, "All header fields together may have up to %,d bytes.", LARGEST_HEADERS)))
                : RequestLine.refusal(context.request().uri());
    }

    private void finish(RoutingContext context, long started) {
        var response = context.response();
        double millis = (System.nanoTime() - started) / 1e6;
        response.putHeader("Server-Timing", String.format(Locale.ROOT, "total;dur=%.1f", millis));
        if (response.getStatusCode() >= 400) {
            response.putHeader("Cache-Control", "no-store");
            response.headers().remove("CDN-Cache-Control");
        } else if (!response.headers().contains("Cache-Control")) {
            response.putHeader("Cache-Control", "private, no-store");
        }
        if (isUnderV1(context) && !response.headers().contains(REVISION) && revisions.isResolvable()) {
            response.putHeader(REVISION, Long.toString(revisions.get().newest()));
        }
    }

    private static boolean isUnderV1(RoutingContext context) {
        var uri = context.request().uri();
        return uri.equals("/v1") || uri.startsWith("/v1/") || uri.startsWith("/v1?");
    }
}
