package dev.lede.thumbnail.picture.source;

import dev.lede.thumbnail.picture.Dimensions;
import dev.lede.thumbnail.picture.decode.ArgbRows;
import dev.lede.thumbnail.picture.decode.JdkDecoder;
import dev.lede.thumbnail.picture.decode.SampleRows;
import dev.lede.thumbnail.picture.header.Header;
import dev.lede.thumbnail.picture.pixel.Rows;
import java.io.IOException;

/** A PNG; of an animated one, the picture that those see who know of no animation. */
record PngSource(Header header, PngFormat format, byte[] bare) implements PictureSource {

    static PngSource of(byte[] bytes) {
        return new PngChunks(bytes).source();
    }

    @Override
    public Rows decode(Dimensions wanted) throws IOException {
        int step = JdkDecoder.step(header.stored(), format.bytesPerPixel(), wanted);
        var raster = JdkDecoder.PNG.image(bare, step).getRaster();
        return format.isIndexed()
                ? ArgbRows.of(raster, format.palette())
                : new SampleRows(raster, format.bits(), format.transparent());
    }
}
