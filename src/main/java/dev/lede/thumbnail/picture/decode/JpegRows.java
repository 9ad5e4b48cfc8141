package dev.lede.thumbnail.picture.decode;

import dev.lede.thumbnail.picture.pixel.Model;
import dev.lede.thumbnail.picture.pixel.Rows;
import java.awt.image.Raster;

/** The components of a JPEG as rows of colours. Not thread-safe. */
public final class JpegRows implements Rows {

    private final Raster raster;
    private final JpegColors colors;
    private final byte[] row;

    /** Of components, each a byte, that mean these colours. */
    public JpegRows(Raster raster, JpegColors colors) {
        this.raster = raster;
        this.colors = colors;
        this.row = new byte[raster.getWidth() * colors.components()];
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
        return colors.model();
    }

    @Override
    public void read(int y, float[] into) {
        raster.getDataElements(raster.getMinX(), raster.getMinY() + y, width(), 1, row);
        int components = colors.components();
        int channels = model().channels();
        for (int x = 0; x < width(); x++) {
            colors.convert(row, x * components, into, x * channels);
        }
    }
}
