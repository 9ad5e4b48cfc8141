package dev.lede.thumbnail.picture.source;

import dev.lede.thumbnail.picture.Dimensions;
import dev.lede.thumbnail.picture.decode.CanvasRows;
import dev.lede.thumbnail.picture.decode.NativeMemory;
import dev.lede.thumbnail.picture.decode.Placement;
import dev.lede.thumbnail.picture.decode.WebpDecoder;
import dev.lede.thumbnail.picture.header.Header;
import dev.lede.thumbnail.picture.pixel.Rows;
import java.io.IOException;

/**
 * A WebP, or the first frame of an animated one, on its canvas.
 *
 * @param nativeBytes what the decoder holds of it outside of the heap
 */
record WebpSource(Header header, Placement placement, long nativeBytes, byte[] still) implements PictureSource {

    static WebpSource of(byte[] bytes) {
        return new WebpChunks(bytes).source();
    }

    @Override
    public Rows decode(Dimensions wanted) throws IOException {
        var canvas = placement.canvas();
        double scale = Math.max((double) wanted.width() / canvas.width(), (double) wanted.height() / canvas.height());
        var frame = placement.frame().times(Math.min(1, scale));
        return NativeMemory.with(nativeBytes, () -> CanvasRows.of(WebpDecoder.decode(still, frame), placement));
    }
}
