package dev.lede.ingest.http;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.OptionalLong;

/** Reads what the head of a request says of its body. */
final class BodyHeaders {

    private BodyHeaders() {}

    /** What {@code Content-Length} says; nothing when the body is chunked. */
    static OptionalLong announced(HttpHeaders headers) {
        var length = headers.getLength();
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    /**
     * Goes on only with a body that comes as it is to be kept.
     *
     * @throws ProblemException {@code unsupported-media-type} for a coded one, RFC 9110 §8.4
     */
    static void refuseCoded(HttpHeaders headers) {
        var coding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new ProblemException(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "A body is kept byte for byte, so it is sent without Content-Encoding.")
                    .withHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        }
    }
}
