package dev.lede.thumbnail.picture.decode;

import dev.lede.thumbnail.picture.Dimensions;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * The decoders of the JDK. They are found by where their class is, since the order of the registry depends on what else
 * lies on the class path. Thread-safe; every call has a reader of its own.
 */
public enum JdkDecoder {
    JPEG,
    PNG,
    GIF,
    BMP;

    /** The most that is decoded at once, in bytes of pixels. A worker has 64 MB, and scales what it decodes. */
    static final int MAX_DECODED_BYTES = 40_000_000;

    /** Enough for a mean that no common pattern upsets. */
    private static final int SAMPLES = 8;

    private static final String OF_THE_JDK = "com.sun.imageio.plugins.";

    /** The first image, or every {@code step}th pixel of every {@code step}th row of it, from {@link #step}. */
    public BufferedImage image(byte[] bytes, int step) throws IOException {
        var reader = reader(bytes);
        try {
            return reader.read(0, every(step, reader));
        } finally {
            reader.dispose();
        }
    }

    /** The same, before any conversion of colours. */
    public Raster raster(byte[] bytes, int step) throws IOException {
        var reader = reader(bytes);
        try {
            return reader.readRaster(0, every(step, reader));
        } finally {
            reader.dispose();
        }
    }

    /**
     * Every how many pixels one is to be decoded: all of them where memory allows, since what is left out is lost to the
     * mean; but no more than {@value #SAMPLES} by as many for each that is wanted.
     */
    public static int step(Dimensions stored, int bytesPerPixel, Dimensions wanted) {
        int enough = Math.min(stored.width() / wanted.width(), stored.height() / wanted.height()) / SAMPLES;
        int step = Math.max(1, enough);
        while (stored.pixels() * bytesPerPixel / ((long) step * step) > MAX_DECODED_BYTES) {
            step++;
        }
        return Math.min(step, Math.min(stored.width(), stored.height()));
    }

    private static ImageReadParam every(int step, ImageReader reader) {
        var param = reader.getDefaultReadParam();
        // The middle of each square, lest the picture shifts.
        param.setSourceSubsampling(step, step, (step - 1) / 2, (step - 1) / 2);
        return param;
    }

    private ImageReader reader(byte[] bytes) {
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name()); readers.hasNext(); ) {
            var reader = readers.next();
            if (reader.getClass().getName().startsWith(OF_THE_JDK)) {
                reader.setInput(new MemoryInput(bytes), true, true);
                return reader;
            }
            reader.dispose();
        }
        throw new IllegalStateException("This JDK has no decoder for " + name());
    }
}
