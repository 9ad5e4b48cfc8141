package dev.lede.thumbnail.picture;

/**
 * How large a rendition is. Never larger than the picture, and never more than {@link #MAX_SIDE} a side or
 * {@link #MAX_PIXELS} in all: beyond, it is scaled down further, its aspect ratio kept.
 */
public sealed interface Size permits Size.Width, Size.Crop {

    /** What WebP allows: RFC 9649 §2.6, 14 bits less one. */
    int MAX_SIDE = 16_383;

    /** So that a rendition fits the memory a worker has. */
    int MAX_PIXELS = 4_000_000;

    /** The dimensions that result for a picture of this size. */
    Dimensions of(int width, int height);

    /** Scaled to this width, or less where the picture is narrower. */
    record Width(int pixels) implements Size {

        /** @throws IllegalArgumentException for anything below 1 */
        public Width {
            if (pixels < 1) {
                throw new IllegalArgumentException("No picture is " + pixels + " wide");
            }
        }

        @Override
        public Dimensions of(int width, int height) {
            int shown = Math.min(pixels, width);
            return fitting(shown, (double) height * shown / width);
        }
    }

    /** Cropped to fill this box, as near to the focus as the edges allow. A smaller picture keeps the box's ratio. */
    record Crop(int width, int height, Focus focus) implements Size {

        /** @throws IllegalArgumentException for anything below 1 */
        public Crop {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException("No picture is " + width + " by " + height);
            }
        }

        @Override
        public Dimensions of(int sourceWidth, int sourceHeight) {
            double scale = Math.min(1, Math.min((double) sourceWidth / width, (double) sourceHeight / height));
            return fitting(width * scale, height * scale);
        }
    }

    private static Dimensions fitting(double width, double height) {
        double scale = Math.min(1, MAX_SIDE / Math.max(width, height));
        scale = Math.min(scale, Math.sqrt(MAX_PIXELS / (width * height)));
        return new Dimensions(
                (int) Math.max(1, Math.round(width * scale)), (int) Math.max(1, Math.round(height * scale)));
    }
}
