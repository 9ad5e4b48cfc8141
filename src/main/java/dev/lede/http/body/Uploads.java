package dev.lede.http.body;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads bodies that come as streams, within a limit. Stateless. */
public final class Uploads {

    /** Of a body that is refused, so many bytes past its limit are still taken in, and thrown away. */
    private static final long LINGERING = 128L << 20;

    private static final int CHUNK = 64 << 10;

    private Uploads() {}

    /**
     * What the head of a request says of its body.
     *
     * @param length in bytes; negative when it is not known beforehand
     * @param waiting whether the client sends nothing before it is told to go on, RFC 9110 §10.1.1
     */
    public record Announced(long length, boolean waiting) {

        /** From the header fields of a request. */
        public static Announced by(HttpHeaders headers) {
            return new Announced(
                    headers.getLength(), "100-continue".equalsIgnoreCase(headers.getHeaderString("Expect")));
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
        if (announced.length() > limit) {
            if (!announced.waiting()) {
                discard(body);
            }
            throw BoundedStream.tooLarge(type, limit);
        }
        var bytes = new ByteArrayOutputStream(announced.length() < 0 ? CHUNK : (int) announced.length());
        try {
            new BoundedStream(body, () -> BoundedStream.tooLarge(type, limit), limit).transferTo(bytes);
        } catch (ProblemException tooLarge) {
            discard(body);
            throw tooLarge;
        }
        return bytes.toByteArray();
    }

    // A client that is still sending when the connection closes may never read why (RFC 9112 §9.6).
    private static void discard(InputStream body) throws IOException {
        var chunk = new byte[CHUNK];
        long left = LINGERING;
        int read = 0;
        while (left > 0 && read >= 0) {
            left -= read;
            read = body.read(chunk, 0, chunk.length);
        }
    }
}
