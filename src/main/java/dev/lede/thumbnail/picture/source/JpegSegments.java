package dev.lede.thumbnail.picture.source;

import dev.lede.thumbnail.picture.Dimensions;
import dev.lede.thumbnail.picture.UnreadablePictureException;
import dev.lede.thumbnail.picture.decode.JpegColors;
import dev.lede.thumbnail.picture.decode.NativeMemory;
import dev.lede.thumbnail.picture.header.Bytes;
import dev.lede.thumbnail.picture.header.Exif;
import dev.lede.thumbnail.picture.header.Header;
import dev.lede.thumbnail.picture.pixel.Orientation;
import java.io.ByteArrayOutputStream;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a JPEG up to its end of image (ITU-T T.81 annex B), and what they tell. Those of applications are read
 * here and kept from the decoder, which chokes on some of them. A file that ends early has no end of image: it is
 * broken, though its upper part could be shown.
 */
final class JpegSegments {

    /** Each scan goes over the whole picture; encoders make about ten. */
    private static final int MAX_SCANS = 100;

    /** Of a coefficient, one for each sample, as libjpeg holds it. */
    private static final int COEFFICIENT_BYTES = 2;

    private static final int SAMPLES_OF_A_BLOCK = 64;

    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int COMMENT = 0xfe;

    private final Bytes bytes;
    private final ByteArrayOutputStream bare;
    private final TreeMap<Integer, byte[]> profile = new TreeMap<>();
    private Orientation orientation = Orientation.UPRIGHT;
    private @Nullable Dimensions dimensions;
    private String components = "";
    private boolean jfif;
    private int adobeTransform = -1;
    private int scans;
    private double samplesPerPixel;
    private boolean progressive;
    private boolean partialScans;
    private long codedBytes;

    JpegSegments(byte[] all) {
        bytes = Bytes.bigEndian(all);
        bare = new ByteArrayOutputStream(all.length);
    }

    JpegSource source() {
        bare.write(bytes.all(), 0, 2);
        long at = 2;
        while (at >= 0) {
            at = segment(at);
        }
        if (dimensions == null || scans == 0) {
            throw UnreadablePictureException.broken();
        }
        var nativeBytes = progressive || partialScans
                ? NativeMemory.checked(dimensions.pixels() * samplesPerPixel * COEFFICIENT_BYTES)
                : 0;
        if (codedBytes * Byte.SIZE < fewestBits(dimensions)) {
            throw UnreadablePictureException.broken();
        }
        return new JpegSource(
                new Header(dimensions, orientation, joinedProfile()), colors(), nativeBytes, bare.toByteArray());
    }

    /** Reads the segment there; where the next begins, or -1 after the last. */
    private long segment(long at) {
        int marker = bytes.u8(at + 1);
        if (bytes.u8(at) != 0xff) {
            throw UnreadablePictureException.broken();
        }
        if (marker == 0xff) {
            // B.1.1.2: any marker may be preceded by fill bytes.
            return at + 1;
        }
        if (marker == END_OF_IMAGE) {
            bare.write(bytes.all(), (int) at, 2);
            return -1;
        }
        long end = at + 2 + bytes.u16(at + 2);
        read(marker, at + 4, end);
        if (marker == START_OF_SCAN) {
            long begin = end;
            end = endOfScan(begin);
            codedBytes += end - begin;
        }
        if (!isOfApplication(marker)) {
            var segment = bytes.slice(at, end);
            bare.write(segment, 0, segment.length);
        }
        return end;
    }

    /**
     * F.1.2, G.1.2: a block has a code for its mean and, but in a progressive picture, at least one more, and no code is
     * empty. The decoder would fill up with grey whatever a header promises beyond that.
     */
    private double fewestBits(Dimensions of) {
        return of.pixels() * samplesPerPixel / SAMPLES_OF_A_BLOCK * (progressive ? 1 : 2);
    }

    private static boolean isOfApplication(int marker) {
        return (marker >= 0xe0 && marker <= 0xef) || marker == COMMENT;
    }

    private long endOfScan(long from) {
        if (++scans > MAX_SCANS) {
            throw UnreadablePictureException.broken();
        }
        long at = from;
        while (true) {
            if (bytes.u8(at) == 0xff) {
                int next = bytes.u8(at + 1);
                // F.1.2.3: a stuffed zero; B.1.1.3: markers of restart.
                if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                    return at;
                }
            }
            at++;
        }
    }

    private void read(int marker, long from, long end) {
        switch (marker) {
            case 0xc0, 0xc1 -> frame(from);
            case 0xc2 -> {
                frame(from);
                progressive = true;
            }
            // A.2.3: where a scan has some components alone, the others come in further ones.
            case START_OF_SCAN -> partialScans |= bytes.u8(from) < components.length();
            case 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf -> throw unknownKind();
            case 0xe0 -> jfif |= bytes.has("JFIF\0", from);
            case 0xe1 -> exif(from, end);
            case 0xe2 -> profile(from, end);
            case 0xee -> adobe(from, end);
            default -> {}
        }
    }

    private static UnreadablePictureException unknownKind() {
        return new UnreadablePictureException("is a JPEG of a kind that cannot be read");
    }

    private void frame(long at) {
        if (dimensions != null) {
            throw UnreadablePictureException.broken();
        }
        if (bytes.u8(at) != 8) {
            throw unknownKind();
        }
        dimensions = Header.dimensions(bytes.u16(at + 3), bytes.u16(at + 1));
        var names = new StringBuilder();
        for (int i = 0; i < bytes.u8(at + 5); i++) {
            names.append((char) bytes.u8(at + 6 + 3L * i));
        }
        components = names.toString();
        samplesPerPixel = samplesPerPixel(at + 5);
    }

    /** A.1.1: how many samples each component has, by its factors in relation to the largest ones. */
    private double samplesPerPixel(long at) {
        int across = 1;
        int down = 1;
        int samples = 0;
        for (int i = 0; i < bytes.u8(at); i++) {
            int factors = bytes.u8(at + 2 + 3L * i);
            across = Math.max(across, factors >> 4);
            down = Math.max(down, factors & 0xf);
            samples += (factors >> 4) * (factors & 0xf);
        }
        return samples / (double) (across * down);
    }

    private void exif(long from, long end) {
        if (bytes.has("Exif\0\0", from) && orientation == Orientation.UPRIGHT) {
            orientation = Exif.orientation(bytes.slice(from, end));
        }
    }

    /** ICC.1:2022 annex B.4: a number from 1, how many there are, and a part of the profile. */
    private void profile(long from, long end) {
        if (bytes.has("ICC_PROFILE\0", from) && end - from > 14) {
            profile.put(bytes.u8(from + 12), bytes.slice(from + 14, end));
        }
    }

    private byte @Nullable [] joinedProfile() {
        if (profile.isEmpty()) {
            return null;
        }
        var joined = new ByteArrayOutputStream();
        profile.values().forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    /** Adobe Technical Note 5116 §18. */
    private void adobe(long from, long end) {
        if (bytes.has("Adobe", from) && end - from >= 12) {
            adobeTransform = bytes.u8(from + 11);
        }
    }

    private JpegColors colors() {
        boolean adobe = adobeTransform >= 0;
        return switch (components.length()) {
            case 1 -> JpegColors.GREY;
            case 3 ->
                !jfif && (adobe ? adobeTransform == 0 : components.equals("RGB")) ? JpegColors.RGB : JpegColors.YCC;
            case 4 ->
                adobeTransform == 2 ? JpegColors.INVERTED_YCCK : adobe ? JpegColors.INVERTED_CMYK : JpegColors.CMYK;
            default -> throw unknownKind();
        };
    }
}
