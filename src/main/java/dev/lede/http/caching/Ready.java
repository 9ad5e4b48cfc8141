package dev.lede.http.caching;

import dev.lede.http.manners.BriefHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it leaves for the plainest requests, all that is the same for each of them written beforehand. Immutable.
 *
 * @param plain without coding
 * @param gzipped the same as {@code plain} when it is not worth compressing
 * @param fixed whether what caches are told never changes, and stands among the fields
 */
public record Ready(Form plain, Form gzipped, boolean fixed) {

    /** In bytes; beyond it bodies lie in the heap, where they serve as well. */
    private static final long MOST_OUTSIDE = 128L << 20;

    private static final BufferPoolMXBean DIRECT = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .findFirst()
            .orElseThrow();

    private static final Set<String> CHANGING = Set.of("Lede-Revision", "Cache-Control", "CDN-Cache-Control");

    /**
     * An answer in one coding.
     *
     * @param fields names and values in turn, which stand wherever the answer does
     * @param ofBody likewise, which stand with its body alone
     * @param tag the entity tag, in its quotes
     * @param body to be written any number of times
     * @param lines {@code fields} as they stand in a head of HTTP/1.1
     * @param linesOfBody {@code ofBody} likewise
     */
    public record Form(
            List<CharSequence> fields,
            List<CharSequence> ofBody,
            String tag,
            Buffer body,
            byte[] lines,
            byte[] linesOfBody) {

        /** The body, to be written once. */
        @SuppressWarnings("deprecation") // until there is another way to the memory that a buffer stands for
        public ByteBuf octets() {
            return body.getByteBuf();
        }

        /** Writes what describes the answer, with its body or without. */
        public void write(MultiMap headers, boolean withBody) {
            write(headers, fields);
            if (withBody) {
                write(headers, ofBody);
            }
        }

        /** Adds fields, which are names and values in turn. */
        public static void write(MultiMap headers, List<CharSequence> fields) {
            for (int i = 0; i < fields.size(); i += 2) {
                headers.add(fields.get(i), fields.get(i + 1));
            }
        }
    }

    // RFC 9110 §15.4.5: of what describes the body, only what caches need stands without it.
    private static final Set<String> OF_BODY = Set.of("Content-Encoding", "Accept-Ranges");

    /** Writes an answer that has this status unless a condition says otherwise. */
    public static Ready of(Answer answer, int status, CacheConfig config) {
        var plain = form(answer, status, config, null);
        return new Ready(
                plain,
                answer.content().isWorthCompressing() ? form(answer, status, config, "gzip") : plain,
                answer.isImmutable());
    }

    private static Form form(Answer answer, int status, CacheConfig config, @Nullable String coding) {
        Outgoing.Fields header = name -> name.equals("Accept-Encoding") ? coding : null;
        var outgoing = Outgoing.of(answer, new Outgoing.Asked("GET", status, header, false), config, Instant.EPOCH);
        var fields = new ArrayList<CharSequence>();
        var ofBody = new ArrayList<CharSequence>();
        answer.headers().forEach(field -> add(fields, field.getKey(), field.getValue()));
        outgoing.fields().forEach((name, value) -> {
            if (answer.isImmutable() ? !name.equals("Lede-Revision") : !CHANGING.contains(name)) {
                add(OF_BODY.contains(name) ? ofBody : fields, name, value);
            }
        });
        var body = outgoing.body() == null ? new byte[0] : outgoing.body();
        add(ofBody, "Content-Type", answer.mediaType());
        add(ofBody, "Content-Length", Integer.toString(body.length));
        var tag = String.valueOf(outgoing.fields().get("ETag"));
        return new Form(
                List.copyOf(fields),
                List.copyOf(ofBody),
                tag,
                direct(body),
                BriefHead.lines(fields),
                BriefHead.lines(ofBody));
    }

    private static void add(List<CharSequence> fields, String name, String value) {
        fields.add(AsciiString.cached(name));
        // What is not ASCII stays text, and is written as it always was.
        fields.add(value.chars().allMatch(octet -> octet < 0x80) ? new AsciiString(value) : value);
    }

    /** Outside of the heap where there is room, from where the socket takes it without a copy. */
    @SuppressWarnings("deprecation") // until there is another way to memory that is there already
    private static Buffer direct(byte[] body) {
        return Buffer.buffer(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(outside(body))));
    }

    // What was forgotten is given back by the collector of the heap, whenever that may be: more than so much never lies
    // there.
    private static ByteBuffer outside(byte[] body) {
        return DIRECT.getMemoryUsed() + body.length > MOST_OUTSIDE
                ? ByteBuffer.wrap(body)
                : ByteBuffer.allocateDirect(body.length).put(body).flip();
    }

    /** How a request's {@code Accept-Encoding} is met: by a form, or by nothing that is ready. */
    public @Nullable Form form(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return plain;
        }
        // What clients really send; whatever else there is takes the long way.
        return switch (acceptEncoding.toLowerCase(Locale.ROOT)) {
            case "gzip",
                    "gzip, deflate",
                    "gzip, deflate, br",
                    "gzip, deflate, br, zstd",
                    "deflate, gzip, br, zstd",
                    "deflate, gzip",
                    "gzip,deflate",
                    "gzip;q=1.0,deflate;q=0.6,identity;q=0.3" -> gzipped;
            case "identity" -> plain;
            default -> null;
        };
    }
}
