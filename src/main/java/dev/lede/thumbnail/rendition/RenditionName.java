package dev.lede.thumbnail.rendition;

import dev.lede.thumbnail.picture.Focus;
import dev.lede.thumbnail.picture.Format;
import dev.lede.thumbnail.picture.RenditionSpec;
import dev.lede.thumbnail.picture.Size;

/**
 * A rendition as clients ask for it.
 *
 * @param measure the size, but for the point that must be seen in a crop
 */
public record RenditionName(Measure measure, Format format) {

    /** A size on offer. */
    public sealed interface Measure {

        /** A picture of this width. */
        record Wide(int pixels) implements Measure {}

        /** A picture that fills these dimensions. */
        record Filling(int width, int height) implements Measure {}
    }

    /** What it means for a picture in which this point must be seen. */
    public RenditionSpec spec(Focus focus) {
        return new RenditionSpec(size(focus), format);
    }

    private Size size(Focus focus) {
        if (measure instanceof Measure.Filling filling) {
            return new Size.Crop(filling.width(), filling.height(), focus);
        }
        return new Size.Width(((Measure.Wide) measure).pixels());
    }
}
