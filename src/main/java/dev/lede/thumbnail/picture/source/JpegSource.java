package dev.lede.thumbnail.picture.source;

import dev.lede.thumbnail.picture.Dimensions;
import dev.lede.thumbnail.picture.decode.JdkDecoder;
import dev.lede.thumbnail.picture.decode.JpegColors;
import dev.lede.thumbnail.picture.decode.JpegRows;
import dev.lede.thumbnail.picture.decode.NativeMemory;
import dev.lede.thumbnail.picture.header.Header;
import dev.lede.thumbnail.picture.pixel.Rows;
import java.io.IOException;

/**
 * A JPEG: baseline, extended or progressive, of 8 bits a component.
 *
 * @param nativeBytes what the decoder holds of it outside of the heap
 */
record JpegSource(Header header, JpegColors colors, long nativeBytes, byte[] bare) implements PictureSource {

    static JpegSource of(byte[] bytes) {
        return new JpegSegments(bytes).source();
    }

    @Override
    public Rows decode(Dimensions wanted) throws IOException {
        int step = JdkDecoder.step(header.stored(), colors.components(), wanted);
        return NativeMemory.with(nativeBytes, () -> new JpegRows(JdkDecoder.JPEG.raster(bare, step), colors));
    }
}
