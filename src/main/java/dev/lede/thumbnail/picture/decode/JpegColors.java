package dev.lede.thumbnail.picture.decode;

import dev.lede.thumbnail.picture.pixel.Model;

/** What the components of a JPEG mean. */
public enum JpegColors {
    GREY(1, Model.RGB),
    YCC(3, Model.RGB),
    RGB(3, Model.RGB),
    CMYK(4, Model.CMYK),
    /** As Adobe writes CMYK: 255 is no ink. */
    INVERTED_CMYK(4, Model.CMYK),
    /** The same with its first three components turned to YCC. */
    INVERTED_YCCK(4, Model.CMYK);

    private final int components;
    private final Model model;

    JpegColors(int components, Model model) {
        this.components = components;
        this.model = model;
    }

    /** How many there are, each a byte. */
    public int components() {
        return components;
    }

    Model model() {
        return model;
    }

    /** Converts the pixel at {@code from} to {@code into}. */
    void convert(byte[] raw, int from, float[] into, int to) {
        switch (this) {
            case GREY -> {
                into[to] = raw[from] & 0xff;
                into[to + 1] = into[to];
                into[to + 2] = into[to];
            }
            case RGB -> copy(raw, from, into, to, 3);
            case CMYK -> copy(raw, from, into, to, 4);
            case YCC -> light(raw, from, into, to);
            case INVERTED_CMYK -> {
                copy(raw, from, into, to, 4);
                for (int i = 0; i < 4; i++) {
                    into[to + i] = 255 - into[to + i];
                }
            }
            case INVERTED_YCCK -> {
                // Turned to YCC as if it were light and inverted once more by Adobe: what comes out is ink.
                light(raw, from, into, to);
                into[to + 3] = 255 - (raw[from + 3] & 0xff);
            }
        }
    }

    private static void copy(byte[] raw, int from, float[] into, int to, int count) {
        for (int i = 0; i < count; i++) {
            into[to + i] = raw[from + i] & 0xff;
        }
    }

    /** JFIF 1.02, "Conversion to and from RGB". */
    private static void light(byte[] raw, int from, float[] into, int to) {
        float luma = raw[from] & 0xff;
        float blue = (raw[from + 1] & 0xff) - 128;
        float red = (raw[from + 2] & 0xff) - 128;
        into[to] = clamped(luma + 1.402f * red);
        into[to + 1] = clamped(luma - 0.344136f * blue - 0.714136f * red);
        into[to + 2] = clamped(luma + 1.772f * blue);
    }

    private static float clamped(float value) {
        return Math.max(0, Math.min(255, value));
    }
}
