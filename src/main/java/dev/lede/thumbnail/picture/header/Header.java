package dev.lede.thumbnail.picture.header;

import dev.lede.thumbnail.picture.Dimensions;
import dev.lede.thumbnail.picture.UnreadablePictureException;
import dev.lede.thumbnail.picture.pixel.Orientation;
import org.jspecify.annotations.Nullable;

/**
 * What a picture says of itself before a pixel is decoded.
 *
 * @param stored its dimensions before it is turned
 * @param profile the ICC profile, if there is one; not copied
 */
public record Header(Dimensions stored, Orientation orientation, byte @Nullable [] profile) {

    /** The most pixels a picture may have. */
    public static final int MAX_PIXELS = 50_000_000;

    /** The most pixels a side may have: what JPEG and GIF allow. */
    public static final int MAX_SIDE = 65_535;

    /** Its dimensions as shown. */
    public Dimensions shown() {
        return orientation.turnsSides() ? stored.turned() : stored;
    }

    /**
     * The dimensions.
     *
     * @throws UnreadablePictureException if they are beyond the limits
     */
    public static Dimensions dimensions(long width, long height) {
        if (width < 1 || height < 1) {
            throw UnreadablePictureException.broken();
        }
        if (width > MAX_SIDE || height > MAX_SIDE) {
            throw new UnreadablePictureException("has a side of more than 65,535 pixels");
        }
        if (width * height > MAX_PIXELS) {
            throw new UnreadablePictureException("has more than 50 megapixels");
        }
        return new Dimensions((int) width, (int) height);
    }
}
