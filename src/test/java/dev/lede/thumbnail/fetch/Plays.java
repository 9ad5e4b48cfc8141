package dev.lede.thumbnail.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lede.thumbnail.fetch.DirtyServer.Play;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** What a {@link DirtyServer} can be made to do; each ends by itself within a minute or so. */
public final class Plays {

    private static final int ROUNDS = 600;
    private static final int PAUSE_MILLIS = 100;

    private Plays() {}

    /** By the rules. */
    public static Play bytes(byte[] body, String... fields) {
        var length = "Content-Length: " + body.length;
        return raw(DirtyServer.head(200, with(length, fields)), body);
    }

    /** A picture that says it is something else. */
    public static Play mistyped(byte[] body) {
        return bytes(body, "Content-Type: text/html; charset=utf-8");
    }

    /** A status, and a body that nobody should read. */
    public static Play status(int status, String... fields) {
        return raw(DirtyServer.head(status, with("Content-Length: 4", fields)), "nope".getBytes(ISO_8859_1));
    }

    public static Play redirect(int status, String location) {
        return status(status, "Location: " + location);
    }

    /** Bytes as they are, and then the end. */
    public static Play raw(byte[]... pieces) {
        return out -> {
            for (var piece : pieces) {
                out.write(piece);
            }
            out.flush();
        };
    }

    /** An answer whose body is shorter or longer than it says. */
    public static Play lyingAboutLength(long said, byte[] body) {
        return raw(DirtyServer.head(200, "Content-Length: " + said), body);
    }

    /** A body without a length, until the connection ends. */
    public static Play untilClose(byte[] body) {
        return raw(DirtyServer.head(200, "Connection: close"), body);
    }

    /** Half of the body that was announced, then the end. */
    public static Play brokenOff(byte[] body) {
        return lyingAboutLength(body.length, Arrays.copyOf(body, body.length / 2));
    }

    /** Nothing, ever. */
    public static Play silence() {
        return out -> Thread.sleep(ROUNDS * PAUSE_MILLIS);
    }

    /** One byte of the body at a time, with pauses. */
    public static Play slowBody() {
        return slowly(DirtyServer.head(200, "Content-Length: 1000000"), new byte[] {1});
    }

    /** A head that never ends, field after field, with pauses. */
    public static Play slowHead() {
        return slowly("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1), "X: y\r\n".getBytes(ISO_8859_1));
    }

    /** Interim answers (1xx) without end. */
    public static Play alwaysContinuing() {
        return slowly(new byte[0], "HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n".getBytes(ISO_8859_1));
    }

    /** A head of a million fields, as fast as it goes. */
    public static Play endlessHead() {
        return endless("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1), "X-Filler: yyyyyyyyyyyyyyyy\r\n".repeat(64));
    }

    /** A chunked body without end, as fast as it goes. */
    public static Play endlessBody() {
        return endless(DirtyServer.head(200, "Transfer-Encoding: chunked"), "1000\r\n" + "y".repeat(0x1000) + "\r\n");
    }

    /** Zeros that become {@code size} bytes when they are decompressed, announced as such. */
    public static Play gzipBomb(int size) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int left = size; left > 0; left -= 65_536) {
                gzip.write(new byte[Math.min(left, 65_536)]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes(packed.toByteArray(), "Content-Encoding: gzip", "Content-Type: image/png");
    }

    private static Play slowly(byte[] head, byte[] piece) {
        return out -> {
            out.write(head);
            for (int i = 0; i < ROUNDS; i++) {
                out.write(piece);
                out.flush();
                Thread.sleep(PAUSE_MILLIS);
            }
        };
    }

    private static Play endless(byte[] head, String piece) {
        var bytes = piece.getBytes(ISO_8859_1);
        return out -> {
            out.write(head);
            // Endless enough: some gigabytes.
            for (int i = 0; i < 1_000_000; i++) {
                out.write(bytes);
            }
        };
    }

    private static String[] with(String field, String... fields) {
        return Stream.concat(Stream.of(field), Stream.of(fields)).toArray(String[]::new);
    }
}
