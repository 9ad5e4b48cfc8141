package dev.lede.http.manners;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** Puts {@code Accept} so that the framework understands it: it answers 406 or worse to some of what clients send. */
final class AcceptHeader {

    private static final String NAME = "Accept";

    /** What has one representation may be answered whatever Accept says, RFC 9110 §12.4.1. */
    private static final List<String> OF_ONE_TYPE =
            List.of("/v1/assets/", "/v1/documents/", "/feed.xml", "/atom.xml", "/feed.json", "/sitemap", "/llms.txt");

    private AcceptHeader() {}

    static void ease(HttpServerRequest request) {
        var accept = request.getHeader(NAME);
        if (accept == null) {
            return;
        }
        var path = String.valueOf(request.path());
        // RFC 9110 §12.5.1: a field without a value says nothing.
        if (accept.isBlank() || OF_ONE_TYPE.stream().anyMatch(path::startsWith)) {
            request.headers().remove(NAME);
        } else if (accept.contains("text/*")) {
            request.headers().set(NAME, accept.replace("text/*", "text/html"));
        }
    }
}
