package dev.lede.thumbnail.picture.pixel;

/** What the channels of a pixel mean. */
public enum Model {
    RGB(3),
    /** Rows hold it premultiplied, so that it may be averaged; {@link Pixels} hold it straight. */
    RGBA(4),
    /** 0 is no ink, 255 is full ink. */
    CMYK(4);

    private final int channels;

    Model(int channels) {
        this.channels = channels;
    }

    /** How many numbers make a pixel. */
    public int channels() {
        return channels;
    }
}
