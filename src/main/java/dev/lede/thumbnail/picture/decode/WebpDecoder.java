package dev.lede.thumbnail.picture.decode;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPReadParam;
import dev.lede.thumbnail.picture.Dimensions;
import dev.lede.thumbnail.picture.UnreadablePictureException;
import dev.lede.thumbnail.picture.pixel.Rows;
import java.io.IOException;

/**
 * libwebp, as a reader. It scales while it decodes, by means, so that the heap holds the wanted size alone; a lossless
 * file takes four bytes of native memory a pixel all the same. On first use its native library is written to
 * {@code java.io.tmpdir} (or {@code com.luciad.imageio.webp.tmpdir}), from where it is loaded; it is deleted when Java
 * ends. Thread-safe.
 */
public final class WebpDecoder {

    private WebpDecoder() {}

    /** The one frame of this file, scaled to these dimensions, none of them larger than its own. */
    public static Rows decode(byte[] file, Dimensions wanted) throws IOException {
        try {
            var reader = new WebPImageReaderSpi().createReaderInstance(null);
            var param = (WebPReadParam) reader.getDefaultReadParam();
            param.setUseScaling(true);
            param.setScaledWidth(wanted.width());
            param.setScaledHeight(wanted.height());
            reader.setInput(new MemoryInput(file));
            return ArgbRows.of(reader.read(0, param));
        } catch (LinkageError e) {
            throw UnreadablePictureException.withoutWebp(e);
        } catch (OutOfMemoryError e) {
            if (e.getMessage() != null) {
                throw e;
            }
            // Without a message it is not the heap that is short, but libwebp's answer to sizes that contradict.
            throw UnreadablePictureException.broken(e);
        }
    }
}
