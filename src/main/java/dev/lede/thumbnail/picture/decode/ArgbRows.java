package dev.lede.thumbnail.picture.decode;

import dev.lede.thumbnail.picture.pixel.Model;
import dev.lede.thumbnail.picture.pixel.Rows;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.function.IntUnaryOperator;

/** Rows of what is, or stands for, red, green, blue and alpha in eight bits each. Not thread-safe. */
public final class ArgbRows implements Rows {

    /** Reads a row of numbers, one a pixel. */
    private interface Line {
        void read(int y, int[] into);
    }

    private final int width;
    private final int height;
    private final Model model;
    private final Line line;
    private final IntUnaryOperator argb;
    private final int[] row;

    private ArgbRows(Raster raster, boolean alpha, Line line, IntUnaryOperator argb) {
        this.width = raster.getWidth();
        this.height = raster.getHeight();
        this.model = alpha ? Model.RGBA : Model.RGB;
        this.line = line;
        this.argb = argb;
        this.row = new int[width];
    }

    /** Of an image in sRGB, by its own colour model. */
    public static ArgbRows of(BufferedImage image) {
        return new ArgbRows(
                image.getRaster(),
                image.getColorModel().hasAlpha(),
                (y, into) -> image.getRGB(0, y, image.getWidth(), 1, into, 0, image.getWidth()),
                IntUnaryOperator.identity());
    }

    /** Of indices into this palette, whose colours have alpha. What lies outside of it is black. */
    public static ArgbRows of(Raster indices, int[] palette) {
        return new ArgbRows(
                indices,
                true,
                (y, into) -> indices.getSamples(0, y, indices.getWidth(), 1, 0, into),
                index -> index < palette.length ? palette[index] : 0xff000000);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public void read(int y, float[] into) {
        line.read(y, row);
        int to = 0;
        for (int x = 0; x < width; x++) {
            int color = argb.applyAsInt(row[x]);
            int alpha = color >>> 24;
            float share = model == Model.RGBA ? alpha / 255f : 1;
            into[to++] = (color >> 16 & 0xff) * share;
            into[to++] = (color >> 8 & 0xff) * share;
            into[to++] = (color & 0xff) * share;
            if (model == Model.RGBA) {
                into[to++] = alpha;
            }
        }
    }
}
