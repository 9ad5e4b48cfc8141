package dev.lede.thumbnail.picture.decode;

import dev.lede.thumbnail.picture.UnreadablePictureException;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Memory outside of the heap for pictures that no decoder can subsample while it reads them: of a progressive JPEG every
 * coefficient is held until the last scan, of a lossless WebP every pixel. Thread-safe.
 */
public final class NativeMemory {

    /** The most that one picture may take, and all that are decoded at the same time together, in bytes. */
    public static final long MOST = 100_000_000;

    private static final int UNIT = 1_000;

    private static final Semaphore UNITS = new Semaphore((int) (MOST / UNIT), true);

    private NativeMemory() {}

    /** Decodes a picture. */
    public interface Decoding<T> {
        T run() throws IOException;
    }

    /**
     * How much a picture takes, in bytes.
     *
     * @throws UnreadablePictureException if that is too much
     */
    public static long checked(double bytes) {
        if (bytes > MOST) {
            throw new UnreadablePictureException(
                    "is of a kind that is decoded as a whole (progressive JPEG, lossless WebP), and takes more than 100 MB then");
        }
        return (long) bytes;
    }

    /** Decodes a picture that takes this much, as soon as those that are being decoded leave enough. */
    public static <T> T with(long bytes, Decoding<T> decoding) throws IOException {
        int units = (int) (bytes / UNIT);
        UNITS.acquireUninterruptibly(units);
        try {
            return decoding.run();
        } finally {
            UNITS.release(units);
        }
    }
}
