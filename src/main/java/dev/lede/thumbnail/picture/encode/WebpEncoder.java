package dev.lede.thumbnail.picture.encode;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import dev.lede.thumbnail.picture.UnreadablePictureException;
import dev.lede.thumbnail.picture.pixel.Pixels;
import java.io.IOException;
import javax.imageio.ImageWriteParam;

/** libwebp, as a writer; of its native library see the decoder. */
final class WebpEncoder {

    private static final float QUALITY = 0.8f;

    private WebpEncoder() {}

    static byte[] encode(Pixels pixels) throws IOException {
        try {
            var writer = new WebPImageWriterSpi().createWriterInstance(null);
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType("Lossy");
            param.setCompressionQuality(QUALITY);
            return JdkEncoder.written(writer, param, pixels);
        } catch (LinkageError e) {
            throw UnreadablePictureException.withoutWebp(e);
        }
    }
}
