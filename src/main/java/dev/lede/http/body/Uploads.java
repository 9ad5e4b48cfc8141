package dev.lede.http.body;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads bodies that come as streams, within a limit. Stateless. */
public final class Uploads {

    private static final int CHUNK = 64 << 10;

    private Uploads() {}

    /**
     * What the head of a request says of its body.
     *
     * @param length in bytes; negative when it is not known beforehand
     */
    public record Announced(long length) {

        /** From the header fields of a request. */
        public static Announced by(HttpHeaders headers) {
            return new Announced(headers.getLength());
        }
    }

    /**
     * The whole body, which is held in memory. A body that announces more than the limit is refused before a byte of it
     * is kept, any other as soon as it goes past it.
     *
     * @param body what the client sends; it is left open
     * @param limit in bytes
     * @param type what a larger body is refused as
     * @throws ProblemException when the body is larger
     * @throws IOException when the client breaks off
     */
    public static byte[] read(InputStream body, Announced announced, int limit, ProblemType type) throws IOException {
        // What comes after the answer is taken in by the connection, where no thread waits for it.
        if (announced.length() > limit) {
            throw BoundedStream.tooLarge(type, limit);
        }
        var bytes = new ByteArrayOutputStream(announced.length() < 0 ? CHUNK : (int) announced.length());
        new BoundedStream(body, () -> BoundedStream.tooLarge(type, limit), limit).transferTo(bytes);
        return bytes.toByteArray();
    }
}
