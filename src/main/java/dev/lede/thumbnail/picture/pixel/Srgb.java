package dev.lede.thumbnail.picture.pixel;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/** Brings colours to sRGB, which is what a picture without a profile is taken for. */
public final class Srgb {

    private Srgb() {}

    /**
     * The picture in sRGB: RGB, or RGBA if it was. A profile that is broken, or for another kind of colours (such as one
     * for grey), counts as none.
     */
    public static Pixels of(Pixels picture, byte @Nullable [] profile) {
        var converted = profile == null ? null : converted(picture, profile);
        if (converted != null) {
            return converted;
        }
        return picture.model() == Model.CMYK ? inked(picture) : picture;
    }

    private static @Nullable Pixels converted(Pixels picture, byte[] bytes) {
        try {
            var profile = ICC_Profile.getInstance(bytes);
            int type = picture.model() == Model.CMYK ? ColorSpace.TYPE_CMYK : ColorSpace.TYPE_RGB;
            if (profile.getColorSpaceType() != type) {
                return null;
            }
            var srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
            return converted(picture, new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null));
        } catch (RuntimeException e) {
            // IllegalArgumentException and CMMException, and whatever a hostile table leads to: better the wrong shade
            // than no picture.
            return null;
        }
    }

    private static Pixels converted(Pixels picture, ColorConvertOp conversion) {
        var result = picture.model() == Model.RGBA
                ? new Pixels(
                        Model.RGBA,
                        picture.width(),
                        picture.height(),
                        picture.bytes().clone())
                : Pixels.blank(Model.RGB, picture.width(), picture.height());
        var from = raster(picture);
        var to = raster(result);
        if (picture.model() == Model.RGBA) {
            from = colors(from);
            to = colors(to);
        }
        conversion.filter(from, to);
        return result;
    }

    private static WritableRaster raster(Pixels picture) {
        int channels = picture.model().channels();
        var buffer = new DataBufferByte(picture.bytes(), picture.bytes().length);
        var offsets = channels == 3 ? new int[] {0, 1, 2} : new int[] {0, 1, 2, 3};
        return Raster.createInterleavedRaster(
                buffer, picture.width(), picture.height(), picture.width() * channels, channels, offsets, null);
    }

    private static WritableRaster colors(WritableRaster raster) {
        return raster.createWritableChild(0, 0, raster.getWidth(), raster.getHeight(), 0, 0, new int[] {0, 1, 2});
    }

    /** Without a profile, ink takes away light: PLRM 3rd edition §7.2.4. */
    private static Pixels inked(Pixels picture) {
        var result = Pixels.blank(Model.RGB, picture.width(), picture.height());
        for (int from = 0, to = 0; to < result.bytes().length; from += 4, to += 3) {
            int light = 255 - (picture.bytes()[from + 3] & 0xff);
            for (int channel = 0; channel < 3; channel++) {
                int left = 255 - (picture.bytes()[from + channel] & 0xff);
                result.bytes()[to + channel] = (byte) ((left * light + 127) / 255);
            }
        }
        return result;
    }
}
