package dev.lede.thumbnail.picture.source;

import dev.lede.thumbnail.picture.Dimensions;
import dev.lede.thumbnail.picture.UnreadablePictureException;
import dev.lede.thumbnail.picture.decode.ArgbRows;
import dev.lede.thumbnail.picture.decode.CanvasRows;
import dev.lede.thumbnail.picture.decode.JdkDecoder;
import dev.lede.thumbnail.picture.decode.Placement;
import dev.lede.thumbnail.picture.header.Bytes;
import dev.lede.thumbnail.picture.header.Header;
import dev.lede.thumbnail.picture.pixel.Orientation;
import dev.lede.thumbnail.picture.pixel.Rows;
import java.awt.image.IndexColorModel;
import java.io.IOException;

/**
 * The first frame of a GIF (GIF89a §§17 to 26), on a canvas that is the logical screen, or larger where the frame is. A
 * file that ends within the frame is broken; one that ends later has lost later frames alone.
 */
record GifSource(Header header, Placement placement, byte[] bytes) implements PictureSource {

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;

    static GifSource of(byte[] all) {
        var bytes = Bytes.littleEndian(all);
        long at = 13L + colors(bytes.u8(10));
        while (bytes.u8(at) == EXTENSION) {
            at = afterBlocks(bytes, at + 2);
        }
        if (bytes.u8(at) != IMAGE) {
            throw UnreadablePictureException.broken();
        }
        afterBlocks(bytes, at + 10 + colors(bytes.u8(at + 9)) + 1);
        int x = bytes.u16(at + 1);
        int y = bytes.u16(at + 3);
        var frame = Header.dimensions(bytes.u16(at + 5), bytes.u16(at + 7));
        var canvas = Header.dimensions(
                Math.max(bytes.u16(6), x + frame.width()), Math.max(bytes.u16(8), y + frame.height()));
        return new GifSource(new Header(canvas, Orientation.UPRIGHT, null), new Placement(canvas, frame, x, y), all);
    }

    private static int colors(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static long afterBlocks(Bytes bytes, long from) {
        long at = from;
        while (bytes.u8(at) != 0) {
            at += 1 + bytes.u8(at);
        }
        return at + 1;
    }

    @Override
    public Rows decode(Dimensions wanted) throws IOException {
        int step = Math.min(
                JdkDecoder.step(header.stored(), 1, wanted),
                Math.min(placement.frame().width(), placement.frame().height()));
        var image = JdkDecoder.GIF.image(bytes, step);
        var colors = (IndexColorModel) image.getColorModel();
        var palette = new int[colors.getMapSize()];
        colors.getRGBs(palette);
        return CanvasRows.of(ArgbRows.of(image.getRaster(), palette), placement);
    }
}
