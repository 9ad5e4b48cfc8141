package dev.lede.thumbnail.picture;

/** A width and a height in pixels, of at least one each. */
public record Dimensions(int width, int height) {

    /** @throws IllegalArgumentException for anything below 1 */
    public Dimensions {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("No picture is " + width + " by " + height);
        }
    }

    /** How many pixels that is. */
    public long pixels() {
        return (long) width * height;
    }

    /** The other way round. */
    public Dimensions turned() {
        return new Dimensions(/* width= */ height, /* height= */ width);
    }

    /** Both times this, rounded, and at least 1. */
    public Dimensions times(double scale) {
        return new Dimensions(scaled(width, scale), scaled(height, scale));
    }

    private static int scaled(int side, double scale) {
        return (int) Math.max(1, Math.round(side * scale));
    }
}
