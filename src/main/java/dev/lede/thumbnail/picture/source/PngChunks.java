package dev.lede.thumbnail.picture.source;

import dev.lede.thumbnail.picture.UnreadablePictureException;
import dev.lede.thumbnail.picture.header.Bytes;
import dev.lede.thumbnail.picture.header.Exif;
import dev.lede.thumbnail.picture.header.Header;
import dev.lede.thumbnail.picture.pixel.Orientation;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a PNG up to its end (PNG, third edition, §5), and what they tell. Only those that make the pixels reach
 * the decoder, their checksums checked. A file that ends early has no end chunk, and is broken.
 */
final class PngChunks {

    /** An ICC profile of RGB has a few kilobytes, and with tables a few hundred. */
    private static final int MAX_PROFILE = 4 * 1024 * 1024;

    private static final int SIGNATURE = 8;

    private final Bytes bytes;
    private final ByteArrayOutputStream bare;
    private Orientation orientation = Orientation.UPRIGHT;
    private byte @Nullable [] profile;
    private byte[] colors = {};
    private byte[] transparency = {};
    private boolean srgb;
    private boolean hasPixels;

    PngChunks(byte[] all) {
        bytes = Bytes.bigEndian(all);
        bare = new ByteArrayOutputStream(all.length);
    }

    PngSource source() {
        if (!bytes.has("IHDR", SIGNATURE + 4)) {
            throw UnreadablePictureException.broken();
        }
        var dimensions = Header.dimensions(bytes.u32(SIGNATURE + 8), bytes.u32(SIGNATURE + 12));
        bare.write(bytes.all(), 0, SIGNATURE);
        long at = SIGNATURE;
        while (at >= 0) {
            at = chunk(at);
        }
        if (!hasPixels) {
            throw UnreadablePictureException.broken();
        }
        var format = new PngFormat(bytes.u8(SIGNATURE + 16), bytes.u8(SIGNATURE + 17), colors, transparency);
        var header = new Header(dimensions, orientation, srgb ? null : profile);
        return new PngSource(header, format, bare.toByteArray());
    }

    /** Reads the chunk there; where the next begins, or -1 after the last. */
    private long chunk(long at) {
        long from = at + 8;
        long end = from + bytes.u32(at);
        bytes.u32(end);
        if (bytes.has("IHDR", at + 4) || bytes.has("PLTE", at + 4)) {
            keep(at, end);
        } else if (bytes.has("IDAT", at + 4)) {
            hasPixels = true;
            keep(at, end);
        } else if (bytes.has("IEND", at + 4)) {
            keep(at, end);
            return -1;
        }
        read(at, from, end);
        return end + 4;
    }

    private void keep(long at, long end) {
        var checksum = new CRC32();
        checksum.update(bytes.all(), (int) at + 4, (int) (end - at - 4));
        if (checksum.getValue() != bytes.u32(end)) {
            throw UnreadablePictureException.broken();
        }
        bare.write(bytes.all(), (int) at, (int) (end + 4 - at));
    }

    private void read(long at, long from, long end) {
        if (bytes.has("PLTE", at + 4)) {
            colors = bytes.slice(from, end);
        } else if (bytes.has("tRNS", at + 4)) {
            transparency = bytes.slice(from, end);
        } else if (bytes.has("eXIf", at + 4)) {
            orientation = Exif.orientation(bytes.slice(from, end));
        } else if (bytes.has("sRGB", at + 4)) {
            srgb = true;
        } else if (bytes.has("iCCP", at + 4)) {
            profile = profile(bytes.slice(from, end));
        }
    }

    /** §11.3.2.3: a name, a zero, the method of compression, and the profile compressed. */
    private static byte @Nullable [] profile(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(chunk, Math.min(chunk.length, name + 2), Math.max(0, chunk.length - name - 2));
            return inflated(inflater);
        } catch (DataFormatException e) {
            // The picture itself may be well.
            return null;
        } finally {
            inflater.end();
        }
    }

    private static byte @Nullable [] inflated(Inflater inflater) throws DataFormatException {
        var all = new ByteArrayOutputStream();
        var some = new byte[8192];
        while (!inflater.finished()) {
            int count = inflater.inflate(some);
            if (count == 0 || all.size() + count > MAX_PROFILE) {
                return null;
            }
            all.writeBytes(Arrays.copyOf(some, count));
        }
        return all.toByteArray();
    }
}
