package dev.lede.http.caching;

import com.dynatrace.hash4j.hashing.Hashing;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer, as they are and compressed, with their entity tags. Thread-safe. */
final class Content {

    /** Less than this in bytes does not become noticeably smaller. */
    private static final int WORTH_COMPRESSING = 1024;

    private final String mediaType;
    private final Bytes body;
    private final String tag;

    /** Made when first asked for; that two threads may both make it does no harm. */
    private volatile @Nullable Bytes compressed;

    private Content(String mediaType, Bytes body, String tag, @Nullable Bytes compressed) {
        this.mediaType = mediaType;
        this.body = body;
        this.tag = tag;
        this.compressed = compressed;
    }

    static Content of(String mediaType, byte[] body) {
        return new Content(mediaType, new OnHeap(body), hash(body), null);
    }

    private sealed interface Bytes {
        byte[] array();

        int length();
    }

    private record OnHeap(byte[] array) implements Bytes {
        @Override
        public int length() {
            return array.length;
        }
    }

    private record OffHeap(Buffer buffer) implements Bytes {
        @Override
        public byte[] array() {
            return buffer.getBytes();
        }

        @Override
        public int length() {
            return buffer.length();
        }
    }

    Content tagged(String other) {
        return new Content(mediaType, body, other, compressed);
    }

    /** The same with the bytes that are ready to leave, and no others: they are copied when they are asked for. */
    Content resting(Ready ready) {
        var gzip = isWorthCompressing() ? new OffHeap(ready.gzipped().body()) : null;
        return new Content(mediaType, new OffHeap(ready.plain().body()), tag, gzip);
    }

    String mediaType() {
        return mediaType;
    }

    String tag() {
        return tag;
    }

    byte[] body() {
        return body.array();
    }

    int length() {
        return body.length();
    }

    boolean isWorthCompressing() {
        return body.length() >= WORTH_COMPRESSING && isCompressible();
    }

    /** In bytes, with what has been made of it. */
    long size() {
        var ready = compressed;
        return (long) body.length() + (ready == null ? 0 : ready.length());
    }

    byte[] gzipped() {
        var ready = compressed;
        if (ready == null) {
            ready = new OnHeap(gzip(body.array()));
            compressed = ready;
        }
        return ready.array();
    }

    private boolean isCompressible() {
        var type = mediaType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.startsWith("image/svg")
                || type.contains("json")
                || type.contains("yaml")
                || type.contains("xml");
    }

    // 128 bits, which no two answers of a resource share by chance. They are no proof against forgery, and need be
    // none:
    // a tag names what Lede itself answers. It is made for every answer, at a tenth of the cost of a cryptographic
    // hash.
    private static String hash(byte[] body) {
        var hash = Hashing.xxh3_128().hashBytesTo128Bits(body).toByteArray();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static byte[] gzip(byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 3);
        try (var gzip = new GZIPOutputStream(bytes, 8192)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
