package dev.lede.http.manners;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.TransportProblems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.MDC;

/** Goes before every exchange and has the last word on the head of its answer. Thread-safe. */
@ApplicationScoped
public class Manners {

    /** Before every other filter, such as those of the framework's own endpoints. */
    private static final int FIRST = 10_000;

    /** Before everything else: for what needs nothing of it but {@link #brief}. */
    public static final int EARLIEST = FIRST + 100;

    /** When keys are asked for: with the manners of every answer, but before anything that a request may have wrong. */
    public static final int GATE = FIRST - 100;

    private static final int AFTER_GATE = GATE - 100;

    /** When all is known to be well-formed. */
    public static final int READY = AFTER_GATE - 100;

    /** In bytes of names and values; the server itself would take more, and refuse without a word. */
    public static final int LARGEST_HEADERS = 32_768;

    private static final String REVISION = "Lede-Revision";

    private final Cors cors;
    private final RevisionSource revisions;

    Manners(CorsConfig cors, RevisionSource revisions) {
        this.cors = new Cors(cors);
        this.revisions = revisions;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
        filters.register(Manners::checkAddress, AFTER_GATE);
    }

    /** All the manners at once, where no answer depends on where a script comes from. */
    public Optional<BriefHead> brief() {
        return cors.isUniform() ? Optional.of(new BriefHead(cors)) : Optional.empty();
    }

    private void begin(RoutingContext context) {
        var beginning = new Beginning(System.nanoTime(), revisions.newest());
        var request = context.request();
        var response = context.response();
        var id = RequestId.of(request.getHeader(RequestId.HEADER));
        MDC.put("requestId", id);
        response.putHeader(RequestId.HEADER, id);
        response.putHeader("X-Content-Type-Options", "nosniff");
        context.addHeadersEndHandler(end -> finish(context, beginning));
        context.addEndHandler(end -> UnreadBody.discard(context));
        AcceptHeader.ease(request);
        if (cors.apply(request, response)) {
            response.setStatusCode(204).end();
            return;
        }
        goOn(context, refusal(context));
    }

    private static void checkAddress(RoutingContext context) {
        goOn(context, RequestLine.refusal(context.request().uri()));
    }

    private static void goOn(RoutingContext context, Optional<ProblemException> refusal) {
        refusal.ifPresentOrElse(problem -> TransportProblems.answer(context, problem), context::next);
    }

    private static Optional<ProblemException> refusal(RoutingContext context) {
        if (context.request().authority() == null && !context.request().uri().startsWith("/q/")) {
            // HTTP/1.0 may leave it out, as a simple health check does; what comes after cannot do without.
            return Optional.of(
                    new ProblemException(ProblemType.MALFORMED_REQUEST, "A request has to name its host, in Host."));
        }
        int size = 0;
        for (var header : context.request().headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size > LARGEST_HEADERS
                ? Optional.of(new ProblemException(
                        ProblemType.HEADERS_TOO_LARGE,
                        String.format(
                                Locale.ROOT, "All header fields together may have up to %,d bytes.", LARGEST_HEADERS)))
                : Optional.empty();
    }

    private void finish(RoutingContext context, Beginning beginning) {
        var headers = context.response().headers();
        headers.set("Server-Timing", ServerTiming.since(beginning.nanos()));
        if (context.response().getStatusCode() >= 400) {
            headers.set("Cache-Control", "no-store");
            headers.remove("CDN-Cache-Control");
            if (!headers.contains("Vary")) {
                headers.set(
                        "Vary",
                        context.response().getStatusCode() == 406 ? "Accept, Accept-Encoding" : "Accept-Encoding");
            }
        } else if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "private, no-store");
        }
        if (context.response().getStatusCode() == 304) {
            // RFC 9110 §15.4.5: of what describes the body, only what caches need.
            headers.remove("Content-Type");
        }
        cors.vary(headers);
        if (UnreadBody.endsConnection(context)) {
            headers.set("Connection", "close");
        }
        tellRevision(context, beginning);
    }

    private void tellRevision(RoutingContext context, Beginning beginning) {
        var headers = context.response().headers();
        var told = headers.get(REVISION);
        if (told != null) {
            revisions.saw(Long.parseLong(told));
        } else if (isUnderV1(context)) {
            // What was known before anything was read: the answer may be newer, and is never older.
            headers.set(REVISION, Long.toString(beginning.revision()));
        }
    }

    private static boolean isUnderV1(RoutingContext context) {
        var uri = context.request().uri();
        return uri.equals("/v1") || uri.startsWith("/v1/") || uri.startsWith("/v1?");
    }

    /** What was so when the exchange began. */
    private record Beginning(long nanos, long revision) {}
}
