package dev.lede.thumbnail.picture.pixel;

/** A picture that is read row by row, so that no second copy of it is held. Not thread-safe. */
public interface Rows {

    /** In pixels. */
    int width();

    /** In pixels. */
    int height();

    /** What the numbers of a row mean. */
    Model model();

    /**
     * Reads one row.
     *
     * @param y from 0, the top one; asked for in rising order, for reasons of speed alone
     * @param into the channels of each pixel from the left, from 0 to 255; at least width × channels long
     */
    void read(int y, float[] into);
}
