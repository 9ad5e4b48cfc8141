package dev.lede.thumbnail.picture.source;

import dev.lede.thumbnail.picture.Dimensions;
import dev.lede.thumbnail.picture.UnreadablePictureException;
import dev.lede.thumbnail.picture.header.Header;
import dev.lede.thumbnail.picture.pixel.Rows;
import java.io.IOException;

/** A picture whose header is read and within the limits. */
public interface PictureSource {

    /** What the header says. */
    Header header();

    /**
     * Decodes the picture as it is stored: not turned, in the colours of its profile.
     *
     * @param wanted the dimensions that are needed. What comes is no smaller, but where memory forbids
     * @throws IOException if the decoder finds the bytes broken, as any other exception of it may also mean
     */
    Rows decode(Dimensions wanted) throws IOException;

    /**
     * Reads the header of bytes of this type.
     *
     * @throws UnreadablePictureException if it is broken or beyond the limits
     */
    static PictureSource of(MediaType type, byte[] bytes) {
        return switch (type) {
            case JPEG -> JpegSource.of(bytes);
            case PNG -> PngSource.of(bytes);
            case GIF -> GifSource.of(bytes);
            case WEBP -> WebpSource.of(bytes);
            case BMP -> BmpSource.of(bytes);
            case SVG ->
                throw new UnreadablePictureException("is a drawing that scales by itself, and has no renditions");
        };
    }
}
