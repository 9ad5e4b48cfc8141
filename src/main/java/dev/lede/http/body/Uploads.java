package dev.lede.http.body;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Reads bodies that come as streams, within a limit. Stateless. */
public final class Uploads {

    private Uploads() {}

    /**
     * The whole body, which is held in memory. A body that announces more than the limit is refused before a byte of it
     * is read, any other as soon as it goes past it.
     *
     * @param body what the client sends; it is left open
     * @param announced the {@code Content-Length}, or nothing when the body is chunked
     * @param limit in bytes
     * @param type what a larger body is refused as: {@code DOCUMENT_TOO_LARGE} or {@code PAYLOAD_TOO_LARGE}
     * @throws ProblemException when the body is larger
     * @throws IOException when the client breaks off
     */
    public static byte[] read(InputStream body, OptionalLong announced, int limit, ProblemType type)
            throws IOException {
        if (announced.orElse(0) > limit) {
            throw BoundedStream.tooLarge(type, limit);
        }
        var bytes = new ByteArrayOutputStream((int) Math.min(limit, announced.orElse(8192)));
        new BoundedStream(body, () -> BoundedStream.tooLarge(type, limit), limit).transferTo(bytes);
        return bytes.toByteArray();
    }
}
