package dev.lede.thumbnail.picture.encode;

import dev.lede.thumbnail.picture.pixel.Model;
import dev.lede.thumbnail.picture.pixel.Pixels;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/** Pixels as ImageIO takes them. */
final class Images {

    private Images() {}

    /** The same bytes, seen as an image in sRGB. */
    static BufferedImage of(Pixels pixels) {
        boolean alpha = pixels.model() == Model.RGBA;
        int channels = pixels.model().channels();
        var colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                DataBuffer.TYPE_BYTE);
        var raster = Raster.createInterleavedRaster(
                new DataBufferByte(pixels.bytes(), pixels.bytes().length),
                pixels.width(),
                pixels.height(),
                pixels.width() * channels,
                channels,
                alpha ? new int[] {0, 1, 2, 3} : new int[] {0, 1, 2},
                null);
        return new BufferedImage(colors, raster, false, null);
    }
}
