package dev.lede.thumbnail.picture.pixel;

/**
 * How a picture is to be turned to be seen as it was taken, by the EXIF numbers 1 to 8 (Exif 2.32 §4.6.4,
 * tag 0x0112).
 */
public enum Orientation {
    UPRIGHT,
    MIRRORED,
    HALF_TURN,
    FLIPPED,
    TRANSPOSED,
    QUARTER_TURN,
    TRANSVERSED,
    THREE_QUARTER_TURN;

    /** The orientation of this EXIF number; upright for a number there is none of, as viewers have it. */
    public static Orientation ofExif(int number) {
        return switch (number) {
            case 2 -> MIRRORED;
            case 3 -> HALF_TURN;
            case 4 -> FLIPPED;
            case 5 -> TRANSPOSED;
            case 6 -> QUARTER_TURN;
            case 7 -> TRANSVERSED;
            case 8 -> THREE_QUARTER_TURN;
            default -> UPRIGHT;
        };
    }

    /** Whether width and height change places. */
    public boolean turnsSides() {
        return switch (this) {
            case UPRIGHT, MIRRORED, HALF_TURN, FLIPPED -> false;
            case TRANSPOSED, QUARTER_TURN, TRANSVERSED, THREE_QUARTER_TURN -> true;
        };
    }

    /** The picture as it is to be seen. */
    public Pixels upright(Pixels stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = turnsSides() ? stored.height() : stored.width();
        int height = turnsSides() ? stored.width() : stored.height();
        return stored.rearranged(width, height, pixel -> stored(pixel % width, pixel / width, stored));
    }

    private int stored(int x, int y, Pixels of) {
        int right = of.width() - 1;
        int bottom = of.height() - 1;
        int width = of.width();
        return switch (this) {
            case UPRIGHT -> y * width + x;
            case MIRRORED -> y * width + right - x;
            case HALF_TURN -> (bottom - y) * width + right - x;
            case FLIPPED -> (bottom - y) * width + x;
            case TRANSPOSED -> x * width + y;
            case QUARTER_TURN -> (bottom - x) * width + y;
            case TRANSVERSED -> (bottom - x) * width + right - y;
            case THREE_QUARTER_TURN -> x * width + right - y;
        };
    }
}
