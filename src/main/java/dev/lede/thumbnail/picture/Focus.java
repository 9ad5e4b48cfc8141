package dev.lede.thumbnail.picture;

/**
 * Where the eye goes, as a share of the picture as shown.
 *
 * @param x from 0, the left edge, to 1, the right one
 * @param y from 0, the top edge, to 1, the bottom one
 */
public record Focus(double x, double y) {

    /** The middle of the picture. */
    public static final Focus CENTER = new Focus(0.5, 0.5);

    /** @throws IllegalArgumentException for anything outside 0 to 1 */
    public Focus {
        if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
            throw new IllegalArgumentException("A focus is from 0 to 1, not " + x + "," + y);
        }
    }
}
