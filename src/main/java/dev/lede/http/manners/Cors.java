package dev.lede.http.manners;

import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Cross-origin reading, by the Fetch standard's CORS protocol (https://fetch.spec.whatwg.org/#http-cors-protocol). */
final class Cors {

    private static final String EXPOSED =
            "ETag, Link, Location, Lede-Revision, Retry-After, X-Request-Id, Server-Timing";
    private static final String ALLOWED = "Authorization, Content-Type, If-Match, If-None-Match, Last-Event-ID";
    private static final String DAY = "86400";

    private static final CharSequence ALLOW_ORIGIN = AsciiString.cached("Access-Control-Allow-Origin");
    private static final CharSequence EXPOSE_HEADERS = AsciiString.cached("Access-Control-Expose-Headers");
    private static final CharSequence ANY = AsciiString.cached("*");
    private static final CharSequence ALL_EXPOSED = AsciiString.cached(EXPOSED);

    private final CorsConfig config;
    private final boolean open;
    private final boolean readable;

    Cors(CorsConfig config) {
        this.config = config;
        this.readable = config.enabled() && config.methods().contains("GET");
        this.open = config.origins().contains("*");
    }

    /** Names the origin among what an answer was chosen by, if it was. Last of all, when the others are known. */
    void vary(MultiMap headers) {
        if (config.enabled() && !open) {
            var others = headers.get("Vary");
            headers.set("Vary", others == null ? "Origin" : others + ", Origin");
        }
    }

    /** Whether all origins are treated alike. */
    boolean isUniform() {
        return !config.enabled() || open;
    }

    /** As {@link #apply}, for a GET where all origins are treated alike. */
    void applyToRead(MultiMap headers) {
        if (readable) {
            headers.add(ALLOW_ORIGIN, ANY);
            headers.add(EXPOSE_HEADERS, ALL_EXPOSED);
        }
    }

    /**
     * Adds what a browser must know to hand this answer to a script.
     *
     * @return whether the request is a preflight, which is answered with that alone
     */
    boolean apply(HttpServerRequest request, HttpServerResponse response) {
        if (!config.enabled()) {
            return false;
        }
        var origin = request.getHeader("Origin");
        var asked = request.getHeader("Access-Control-Request-Method");
        boolean preflight = HttpMethod.OPTIONS.equals(request.method()) && origin != null && asked != null;
        boolean readable =
                preflight || config.methods().contains(request.method().name());
        if (readable && (open || (origin != null && config.origins().contains(origin)))) {
            response.putHeader("Access-Control-Allow-Origin", open ? "*" : origin);
            response.putHeader("Access-Control-Expose-Headers", EXPOSED);
            if (preflight) {
                response.putHeader("Access-Control-Allow-Methods", String.join(", ", config.methods()));
                response.putHeader("Access-Control-Allow-Headers", ALLOWED);
                response.putHeader("Access-Control-Max-Age", DAY);
            }
        }
        return preflight;
    }
}
