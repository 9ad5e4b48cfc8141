package dev.lede.thumbnail.picture.source;

import dev.lede.thumbnail.picture.Dimensions;
import dev.lede.thumbnail.picture.UnreadablePictureException;
import dev.lede.thumbnail.picture.decode.ArgbRows;
import dev.lede.thumbnail.picture.decode.JdkDecoder;
import dev.lede.thumbnail.picture.decode.SampleRows;
import dev.lede.thumbnail.picture.header.Bytes;
import dev.lede.thumbnail.picture.header.Header;
import dev.lede.thumbnail.picture.pixel.Orientation;
import dev.lede.thumbnail.picture.pixel.Rows;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Set;

/** A Windows bitmap: BITMAPFILEHEADER and one of the headers that may follow it. */
record BmpSource(Header header, byte[] bytes) implements PictureSource {

    private static final int FILE_HEADER = 14;
    private static final int CORE_HEADER = 12;
    private static final Set<Long> HEADERS = Set.of(12L, 40L, 52L, 56L, 108L, 124L);
    private static final int RLE_8 = 1;
    private static final int RLE_4 = 2;
    private static final int BIT_FIELDS = 3;
    private static final int MAX_COLORS = 256;

    /** The mark alone is two letters, so the length of the second header counts too. */
    static boolean isBmp(Bytes bytes) {
        return bytes.has("BM", 0) && bytes.length() >= FILE_HEADER + 4 && HEADERS.contains(bytes.u32(FILE_HEADER));
    }

    static BmpSource of(byte[] all) {
        var bytes = Bytes.littleEndian(all);
        boolean core = bytes.u32(FILE_HEADER) == CORE_HEADER;
        // Negative where the rows go down from the top.
        long height = core ? bytes.u16(20) : Math.abs((long) (int) bytes.u32(22));
        var dimensions = Header.dimensions(core ? bytes.u16(18) : (int) bytes.u32(18), height);
        long compression = core ? 0 : bytes.u32(30);
        // What lies beyond are whole files of other kinds.
        if (compression > BIT_FIELDS) {
            throw new UnreadablePictureException("is a bitmap of a kind that cannot be read");
        }
        long rowBits = (long) dimensions.width() * bytes.u16(core ? 24 : 28);
        long pixels = (rowBits + 31) / 32 * 4 * dimensions.height();
        boolean packed = compression == RLE_8 || compression == RLE_4;
        if (bytes.u32(10) + (packed ? 0 : pixels) > all.length || (!core && bytes.u32(46) > MAX_COLORS)) {
            throw UnreadablePictureException.broken();
        }
        return new BmpSource(new Header(dimensions, Orientation.UPRIGHT, null), all);
    }

    @Override
    public Rows decode(Dimensions wanted) throws IOException {
        int step = JdkDecoder.step(header.stored(), 4, wanted);
        var image = JdkDecoder.BMP.image(bytes, step);
        // A palette of greys becomes grey samples, which Java's colour model would brighten.
        boolean grey = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
        return grey ? new SampleRows(image.getRaster(), 8, null) : ArgbRows.of(image);
    }
}
