package dev.lede.thumbnail.picture.source;

import dev.lede.thumbnail.picture.UnreadablePictureException;
import dev.lede.thumbnail.picture.header.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * How a PNG holds its pixels (PNG, third edition, §11.2.1).
 *
 * @param bits of a sample
 * @param colorType 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGBA
 * @param colors the content of PLTE, or empty
 * @param transparency the content of tRNS, or empty
 */
record PngFormat(int bits, int colorType, byte[] colors, byte[] transparency) {

    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;

    PngFormat {
        if (!isAllowed(bits, colorType) || (colorType == PALETTE && (colors.length == 0 || colors.length % 3 != 0))) {
            throw UnreadablePictureException.broken();
        }
    }

    private static boolean isAllowed(int bits, int colorType) {
        return switch (colorType) {
            case GREY -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
            case PALETTE -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
            case RGB, 4, 6 -> bits == 8 || bits == 16;
            default -> false;
        };
    }

    int bytesPerPixel() {
        int samples = colorType == RGB ? 3 : colorType == 6 ? 4 : colorType == 4 ? 2 : 1;
        return samples * (bits == 16 ? 2 : 1);
    }

    boolean isIndexed() {
        return colorType == PALETTE;
    }

    /** The colours that indices stand for, as ARGB. */
    int[] palette() {
        var palette = new int[colors.length / 3];
        for (int i = 0; i < palette.length; i++) {
            int alpha = i < transparency.length ? transparency[i] & 0xff : 0xff;
            palette[i] = alpha << 24
                    | (colors[3 * i] & 0xff) << 16
                    | (colors[3 * i + 1] & 0xff) << 8
                    | (colors[3 * i + 2] & 0xff);
        }
        return palette;
    }

    /** The samples of the transparent colour of a picture without alpha (§11.3.1.1). */
    int @Nullable [] transparent() {
        int samples = colorType == GREY ? 1 : colorType == RGB ? 3 : 0;
        if (samples == 0 || transparency.length < samples * 2) {
            return null;
        }
        var transparent = new int[samples];
        for (int i = 0; i < samples; i++) {
            transparent[i] = Bytes.bigEndian(transparency).u16(2L * i) & (1 << bits) - 1;
        }
        return transparent;
    }
}
