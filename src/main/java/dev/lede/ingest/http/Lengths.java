package dev.lede.ingest.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.OptionalLong;

/** Reads how long bodies are. */
final class Lengths {

    private Lengths() {}

    /** What {@code Content-Length} says; nothing when the body is chunked. */
    static OptionalLong announced(HttpHeaders headers) {
        var length = headers.getLength();
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }
}
