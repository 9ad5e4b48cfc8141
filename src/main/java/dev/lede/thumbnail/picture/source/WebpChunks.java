package dev.lede.thumbnail.picture.source;

import dev.lede.thumbnail.picture.Dimensions;
import dev.lede.thumbnail.picture.UnreadablePictureException;
import dev.lede.thumbnail.picture.decode.NativeMemory;
import dev.lede.thumbnail.picture.decode.Placement;
import dev.lede.thumbnail.picture.header.Bytes;
import dev.lede.thumbnail.picture.header.Exif;
import dev.lede.thumbnail.picture.header.Header;
import dev.lede.thumbnail.picture.pixel.Orientation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a WebP (RFC 9649 §2), and what they tell. libwebp's simple decoder knows no animation: the first frame
 * is made a file of its own.
 */
final class WebpChunks {

    private static final int FILE_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;
    /** What libwebp holds of a lossless picture, and of alpha beside a lossy one: in bytes of a pixel. */
    private static final int LOSSLESS = 4;

    private static final int ALPHA = 2;

    private static final int ALPHA_FLAG = 0x10;

    private final Bytes bytes;
    private Orientation orientation = Orientation.UPRIGHT;
    private byte @Nullable [] profile;
    private @Nullable Dimensions canvas;
    private @Nullable Placement first;
    private byte[] still;
    private int bytesPerPixel;

    WebpChunks(byte[] all) {
        bytes = Bytes.littleEndian(all);
        still = all;
    }

    WebpSource source() {
        long end = 8 + bytes.u32(4);
        if (end > bytes.length()) {
            throw UnreadablePictureException.broken();
        }
        for (long at = FILE_HEADER; at + CHUNK_HEADER <= end; at = next(at)) {
            read(at);
        }
        if (canvas == null) {
            throw UnreadablePictureException.broken();
        }
        var placement = first == null ? new Placement(canvas, canvas, 0, 0) : first;
        var nativeBytes = NativeMemory.checked(placement.frame().pixels() * (double) bytesPerPixel);
        return new WebpSource(new Header(canvas, orientation, profile), placement, nativeBytes, still);
    }

    /** §2.3: a chunk of odd length is followed by a byte of padding. */
    private long next(long at) {
        long length = bytes.u32(at + 4);
        return at + CHUNK_HEADER + length + (length & 1);
    }

    private void read(long at) {
        long from = at + CHUNK_HEADER;
        long end = from + bytes.u32(at + 4);
        if (first == null) {
            count(at);
        }
        if (bytes.has("VP8X", at)) {
            canvas = Header.dimensions(bytes.u24(from + 4) + 1, bytes.u24(from + 7) + 1);
        } else if (bytes.has("VP8 ", at) && canvas == null) {
            // RFC 6386 §9.1: 14 bits each, the other two tell how to scale.
            canvas = Header.dimensions(bytes.u16(from + 6) & 0x3fff, bytes.u16(from + 8) & 0x3fff);
        } else if (bytes.has("VP8L", at) && canvas == null) {
            long sides = bytes.u32(from + 1);
            canvas = Header.dimensions((sides & 0x3fff) + 1, (sides >> 14 & 0x3fff) + 1);
        } else if (bytes.has("ANMF", at) && first == null) {
            frame(from, end);
        } else if (bytes.has("ICCP", at)) {
            profile = bytes.slice(from, end);
        } else if (bytes.has("EXIF", at)) {
            orientation = Exif.orientation(bytes.slice(from, end));
        }
    }

    private void count(long at) {
        int more = bytes.has("VP8L", at) ? LOSSLESS : bytes.has("ALPH", at) ? ALPHA : 0;
        bytesPerPixel = Math.max(bytesPerPixel, more);
    }

    private void frame(long from, long end) {
        var frame = Header.dimensions(bytes.u24(from + 6) + 1, bytes.u24(from + 9) + 1);
        int x = bytes.u24(from) * 2;
        int y = bytes.u24(from + 3) * 2;
        if (canvas == null || x + frame.width() > canvas.width() || y + frame.height() > canvas.height()) {
            throw UnreadablePictureException.broken();
        }
        first = new Placement(canvas, frame, x, y);
        for (long at = from + FRAME_HEADER; at + CHUNK_HEADER <= end; at = next(at)) {
            count(at);
        }
        still = file(frame, bytes.slice(from + FRAME_HEADER, end));
    }

    private static byte[] file(Dimensions frame, byte[] chunks) {
        var extended = ByteBuffer.allocate(CHUNK_HEADER + 10).order(ByteOrder.LITTLE_ENDIAN);
        extended.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(ALPHA_FLAG);
        putU24(extended, frame.width() - 1);
        putU24(extended, frame.height() - 1);
        int length = 4 + extended.capacity() + chunks.length;
        var start = ByteBuffer.allocate(FILE_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        start.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        start.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        var file = new ByteArrayOutputStream(CHUNK_HEADER + length);
        file.writeBytes(start.array());
        file.writeBytes(extended.array());
        file.writeBytes(chunks);
        return file.toByteArray();
    }

    private static void putU24(ByteBuffer into, int number) {
        into.put((byte) number).put((byte) (number >> 8)).put((byte) (number >> 16));
    }
}
