package dev.lede.thumbnail.picture.encode;

import dev.lede.thumbnail.picture.Format;
import dev.lede.thumbnail.picture.pixel.Pixels;
import java.io.IOException;

/** Writes pixels in sRGB as a file without metadata. Thread-safe; the same pixels always give the same bytes. */
public final class Encoder {

    private Encoder() {}

    /** The file. JPEG, which knows no transparency, is laid over white. */
    public static byte[] encode(Pixels pixels, Format format) throws IOException {
        return switch (format) {
            case WEBP -> WebpEncoder.encode(pixels);
            case JPEG -> JdkEncoder.jpeg(pixels.overWhite());
            case PNG -> JdkEncoder.png(pixels);
        };
    }
}
