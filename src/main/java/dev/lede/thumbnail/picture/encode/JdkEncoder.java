package dev.lede.thumbnail.picture.encode;

import dev.lede.thumbnail.picture.pixel.Pixels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The encoders of the JDK, found by where their class is. */
final class JdkEncoder {

    /** Progressive, so that it is seen early, which also makes the tables of codes optimal. */
    private static final float JPEG_QUALITY = 0.82f;

    private static final String OF_THE_JDK = "com.sun.imageio.plugins.";

    private JdkEncoder() {}

    static byte[] jpeg(Pixels pixels) throws IOException {
        var writer = writer("jpeg");
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(JPEG_QUALITY);
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return written(writer, param, pixels);
    }

    static byte[] png(Pixels pixels) throws IOException {
        var writer = writer("png");
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        // Of a PNG this is the effort: 0 is the smallest file.
        param.setCompressionQuality(0);
        return written(writer, param, pixels);
    }

    static byte[] written(ImageWriter writer, ImageWriteParam param, Pixels pixels) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(Images.of(pixels), null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter writer(String format) {
        for (Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format); writers.hasNext(); ) {
            var writer = writers.next();
            if (writer.getClass().getName().startsWith(OF_THE_JDK)) {
                return writer;
            }
            writer.dispose();
        }
        throw new IllegalStateException("This JDK has no encoder for " + format);
    }
}
