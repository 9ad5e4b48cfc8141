package dev.lede.http.manners;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The manners of the answer to a well-formed GET without a body, where it does not matter where a script comes from: all
 * of them at once, as fields or as the lines that these become on a connection of HTTP/1.1. Immutable.
 */
public final class BriefHead {

    private static final CharSequence REQUEST_ID = AsciiString.cached(RequestId.HEADER);
    private static final CharSequence CONTENT_TYPE_OPTIONS = AsciiString.cached("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = AsciiString.cached("nosniff");
    private static final CharSequence SERVER_TIMING = AsciiString.cached("Server-Timing");
    private static final CharSequence LEDE_REVISION = AsciiString.cached("Lede-Revision");

    private static final byte[] TO_REQUEST_ID = "X-Request-Id: ".getBytes(US_ASCII);
    private static final byte[] TO_TIMING = "\r\nServer-Timing: total;dur=".getBytes(US_ASCII);
    private static final byte[] TO_REVISION = "\r\nLede-Revision: ".getBytes(US_ASCII);
    private static final byte[] END_OF_LINE = "\r\n".getBytes(US_ASCII);

    /** In bytes, more than {@link #write} ever writes. */
    public static final int MOST = 256;

    private final Cors cors;

    BriefHead(Cors cors) {
        this.cors = cors;
    }

    /**
     * Adds the fields.
     *
     * @param requestId as the client has sent it, or null
     * @param began when the exchange did, by {@link System#nanoTime}
     * @param revision for which the answer is known to be right
     */
    public void add(MultiMap headers, @Nullable String requestId, long began, long revision) {
        headers.add(REQUEST_ID, RequestId.of(requestId));
        headers.add(SERVER_TIMING, ServerTiming.since(began));
        headers.add(LEDE_REVISION, Long.toString(revision));
        addConstants(headers);
    }

    private void addConstants(MultiMap headers) {
        headers.add(CONTENT_TYPE_OPTIONS, NOSNIFF);
        cors.applyToRead(headers);
    }

    /** The lines that are the same in every answer. */
    public byte[] constantLines() {
        var headers = HeadersMultiMap.httpHeaders();
        addConstants(headers);
        var fields = new ArrayList<CharSequence>();
        headers.forEach((name, value) -> fields.addAll(List.of(name, value)));
        return lines(fields);
    }

    /**
     * Writes the other lines.
     *
     * @param requestId as the client has sent it, or null
     * @param nanos since the exchange began
     * @param revision for which the answer is known to be right
     */
    public static void write(ByteBuf out, @Nullable String requestId, long nanos, long revision) {
        out.writeBytes(TO_REQUEST_ID);
        RequestId.write(out, requestId);
        out.writeBytes(TO_TIMING);
        ServerTiming.write(out, nanos);
        out.writeBytes(TO_REVISION);
        out.writeCharSequence(Long.toString(revision), US_ASCII);
        out.writeBytes(END_OF_LINE);
    }

    /** @param fields names and values in turn; what is not ASCII in them is written as a question mark, as everywhere */
    public static byte[] lines(List<CharSequence> fields) {
        var lines = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            lines.append(fields.get(i)).append(": ").append(fields.get(i + 1)).append("\r\n");
        }
        return lines.toString().getBytes(US_ASCII);
    }
}
