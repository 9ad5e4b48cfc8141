package dev.lede.thumbnail.picture.pixel;

import java.util.function.IntUnaryOperator;

/**
 * A picture held in memory, a byte a channel, alpha straight. Whoever makes one gives its bytes away; they are not
 * copied.
 *
 * @param bytes row by row from the top left
 */
public record Pixels(Model model, int width, int height, byte[] bytes) implements Rows {

    private static final int OPAQUE = 255;

    /** An empty one. */
    static Pixels blank(Model model, int width, int height) {
        return new Pixels(model, width, height, new byte[Math.multiplyExact(width * model.channels(), height)]);
    }

    @Override
    public void read(int y, float[] into) {
        int length = width * model.channels();
        int from = y * length;
        for (int i = 0; i < length; i++) {
            into[i] = bytes[from + i] & 0xff;
        }
        if (model == Model.RGBA) {
            premultiply(into, length);
        }
    }

    private static void premultiply(float[] row, int length) {
        for (int i = 0; i < length; i += 4) {
            float alpha = row[i + 3] / OPAQUE;
            row[i] *= alpha;
            row[i + 1] *= alpha;
            row[i + 2] *= alpha;
        }
    }

    /** Writes a row as {@link Rows} has it. */
    void write(int y, float[] row) {
        int length = width * model.channels();
        int to = y * length;
        if (model == Model.RGBA) {
            writeStraight(to, row, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            bytes[to + i] = clamped(row[i]);
        }
    }

    private void writeStraight(int to, float[] row, int length) {
        for (int i = 0; i < length; i += 4) {
            float alpha = row[i + 3];
            float scale = alpha < 0.5f ? 0 : OPAQUE / Math.min(alpha, OPAQUE);
            bytes[to + i] = clamped(row[i] * scale);
            bytes[to + i + 1] = clamped(row[i + 1] * scale);
            bytes[to + i + 2] = clamped(row[i + 2] * scale);
            bytes[to + i + 3] = clamped(alpha);
        }
    }

    private static byte clamped(float value) {
        return (byte) (value <= 0 ? 0 : value >= OPAQUE ? OPAQUE : (int) (value + 0.5f));
    }

    /** The same without alpha, if nothing of it is transparent; else itself. */
    public Pixels withoutNeedlessAlpha() {
        if (model != Model.RGBA) {
            return this;
        }
        for (int i = 3; i < bytes.length; i += 4) {
            if ((bytes[i] & 0xff) != OPAQUE) {
                return this;
            }
        }
        return overWhite();
    }

    /** The same in RGB, laid over white. */
    public Pixels overWhite() {
        if (model != Model.RGBA) {
            return this;
        }
        var flat = blank(Model.RGB, width, height);
        for (int from = 0, to = 0; from < bytes.length; from += 4, to += 3) {
            int alpha = bytes[from + 3] & 0xff;
            for (int channel = 0; channel < 3; channel++) {
                int above = bytes[from + channel] & 0xff;
                flat.bytes[to + channel] = (byte) ((above * alpha + OPAQUE * (OPAQUE - alpha) + 127) / OPAQUE);
            }
        }
        return flat;
    }

    /** A picture of these dimensions, each pixel taken from where this says, by number from the top left. */
    Pixels rearranged(int newWidth, int newHeight, IntUnaryOperator source) {
        var moved = blank(model, newWidth, newHeight);
        int channels = model.channels();
        for (int pixel = 0; pixel < newWidth * newHeight; pixel++) {
            System.arraycopy(bytes, source.applyAsInt(pixel) * channels, moved.bytes, pixel * channels, channels);
        }
        return moved;
    }
}
