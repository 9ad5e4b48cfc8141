package dev.lede.thumbnail.picture.decode;

import dev.lede.thumbnail.picture.pixel.Model;
import dev.lede.thumbnail.picture.pixel.Rows;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/**
 * Samples of 1 to 16 bits as rows of colours: grey (1 a pixel), grey with alpha (2), red, green, blue (3), and these with
 * alpha (4). They are read past Java's colour models, which take grey for linear light. Not thread-safe.
 */
public final class SampleRows implements Rows {

    private final Raster raster;
    private final float scale;
    private final int @Nullable [] transparent;
    private final int[] row;

    /**
     * Of samples of this many bits.
     *
     * @param transparent the samples of the colour that is wholly transparent, if there is one
     */
    public SampleRows(Raster raster, int bits, int @Nullable [] transparent) {
        this.raster = raster;
        this.scale = 255f / ((1 << bits) - 1);
        this.transparent = transparent;
        this.row = new int[raster.getWidth() * raster.getNumBands()];
    }

    @Override
    public int width() {
        return raster.getWidth();
    }

    @Override
    public int height() {
        return raster.getHeight();
    }

    @Override
    public Model model() {
        return transparent != null || raster.getNumBands() % 2 == 0 ? Model.RGBA : Model.RGB;
    }

    @Override
    public void read(int y, float[] into) {
        raster.getPixels(0, y, width(), 1, row);
        int bands = raster.getNumBands();
        boolean hasAlpha = model() == Model.RGBA;
        int to = 0;
        for (int from = 0; from < row.length; from += bands) {
            float alpha = hasAlpha ? alpha(from, bands) : 1;
            for (int channel = 0; channel < 3; channel++) {
                into[to++] = row[bands < 3 ? from : from + channel] * scale * alpha;
            }
            if (hasAlpha) {
                into[to++] = alpha * 255;
            }
        }
    }

    private float alpha(int from, int bands) {
        if (bands % 2 == 0) {
            return row[from + bands - 1] * scale / 255;
        }
        for (int i = 0; transparent != null && i < bands; i++) {
            if (row[from + i] != transparent[i]) {
                return 1;
            }
        }
        return 0;
    }
}
