package dev.lede.thumbnail.picture.header;

import dev.lede.thumbnail.picture.UnreadablePictureException;
import dev.lede.thumbnail.picture.pixel.Orientation;

/** The one thing of EXIF that matters here. */
public final class Exif {

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Exif() {}

    /**
     * The orientation that this TIFF structure (TIFF 6.0 §2), with or without the {@code Exif} mark of JPEG before it,
     * tells; upright where it is broken or tells none, since the picture itself may be well.
     */
    public static Orientation orientation(byte[] exif) {
        try {
            int start = Bytes.bigEndian(exif).has("Exif\0\0", 0) ? 6 : 0;
            var tiff = new Bytes(exif, Bytes.bigEndian(exif).has("II", start));
            if (tiff.u16(start + 2) != 42) {
                return Orientation.UPRIGHT;
            }
            long directory = start + tiff.u32(start + 4);
            return orientation(tiff, directory);
        } catch (UnreadablePictureException e) {
            return Orientation.UPRIGHT;
        }
    }

    private static Orientation orientation(Bytes tiff, long directory) {
        int count = tiff.u16(directory);
        for (int i = 0; i < count; i++) {
            long entry = directory + 2 + (long) i * ENTRY;
            if (tiff.u16(entry) == ORIENTATION && tiff.u16(entry + 2) == SHORT) {
                return Orientation.ofExif(tiff.u16(entry + 8));
            }
        }
        return Orientation.UPRIGHT;
    }
}
