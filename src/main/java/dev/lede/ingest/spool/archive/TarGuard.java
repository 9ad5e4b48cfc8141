package dev.lede.ingest.spool.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lets a tar through block by block, and sees to what its reader does not. Headers of headers (long names, PAX records)
 * that are too large or too many to be meant are refused: whoever reads them holds them in memory. A tar that is cut off
 * between two files is refused too. Of tars one after the other, as {@code cat a.tar b.tar} makes them, the ends within are
 * left out, so that they read as one. POSIX.1-2017, pax, "ustar Interchange Format".
 */
final class TarGuard extends FilterInputStream {

    private static final int BLOCK = 512;
    private static final byte[] NOTHING = new byte[BLOCK];
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int TYPE_AT = 156;
    private static final String DESCRIBING_TYPES = "xgXLKNV";
    private static final String RECORD_TYPES = "xX";
    private static final long LARGEST = 1 << 20;
    /** One file has a long name, a long link and records at most; whoever reads them goes one call deeper for each. */
    private static final int MOST_IN_A_ROW = 8;
    /** No blocking factor pads so much, and zeros can be packed into next to nothing. */
    private static final long MOST_PADDING = 64 << 20;

    // GNU's old sparse files: whether a map goes on in the next block.
    private static final char SPARSE = 'S';
    private static final int MAP_GOES_ON_AT = 482;
    private static final int MORE_MAP_GOES_ON_AT = 504;

    private byte[] ready = NOTHING;
    private int given = BLOCK;
    private int inARow;
    private long ofContent;
    private boolean ended;
    private long padding;
    private PaxRecords records = PaxRecords.NONE;
    private boolean named;

    TarGuard(InputStream tar) {
        super(tar);
    }

    /** Whether the name of the file whose header was read last stands in PAX records before it. */
    boolean isNamedByRecords() {
        return named;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (given == ready.length && ofContent == 0 && !nextBlock()) {
            return -1;
        }
        if (given < ready.length) {
            int some = Math.min(length, ready.length - given);
            System.arraycopy(ready, given, bytes, from, some);
            given += some;
            return some;
        }
        int some = super.read(bytes, from, (int) Math.min(length, ofContent));
        if (some < 0) {
            throw cutOff();
        }
        ofContent -= some;
        return some;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 1 << 16)).length;
    }

    /** Makes the next header ready, whatever belongs to it included; false at the end. */
    private boolean nextBlock() throws IOException {
        for (var block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
            if (!Arrays.equals(block, 0, block.length, NOTHING, 0, block.length)) {
                ended = false;
                given = 0;
                ready = withWhatBelongsToIt(whole(block, BLOCK));
                return true;
            }
            ended = true;
            padding += block.length;
            if (padding > MOST_PADDING) {
                throw new IOException("it has zeros without end");
            }
        }
        if (!ended) {
            throw cutOff();
        }
        return false;
    }

    private static IOException cutOff() {
        return new IOException("it is cut off, as what ends a tar is missing");
    }

    private static byte[] whole(byte[] bytes, int length) throws IOException {
        if (bytes.length < length) {
            throw cutOff();
        }
        return bytes;
    }

    private byte[] withWhatBelongsToIt(byte[] header) throws IOException {
        int type = header[TYPE_AT];
        var describes = DESCRIBING_TYPES.indexOf(type) >= 0;
        long size = describes ? size(header) : records.size().orElse(size(header));
        inARow = describes ? inARow + 1 : 0;
        if ((describes && size > LARGEST) || inARow > MOST_IN_A_ROW || size > Long.MAX_VALUE - BLOCK) {
            throw new IOException("headers of headers without end");
        }
        long padded = (size + BLOCK - 1) / BLOCK * BLOCK;
        if (RECORD_TYPES.indexOf(type) >= 0) {
            var content = whole(in.readNBytes((int) padded), (int) padded);
            records = PaxRecords.of(content, (int) size);
            return joined(header, content);
        }
        ofContent = padded;
        if (!describes) {
            named = records.hasName();
            records = PaxRecords.NONE;
        }
        return type == SPARSE ? withMap(header) : header;
    }

    private byte[] withMap(byte[] header) throws IOException {
        var all = header;
        for (var goesOn = header[MAP_GOES_ON_AT] != 0;
                goesOn;
                goesOn = all[all.length - BLOCK + MORE_MAP_GOES_ON_AT] != 0) {
            if (all.length > LARGEST) {
                throw new IOException("headers of headers without end");
            }
            all = joined(all, whole(in.readNBytes(BLOCK), BLOCK));
        }
        return all;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static long size(byte[] header) {
        if ((header[SIZE_AT] & 0x80) != 0) {
            // GNU: a number in base 256.
            long size = header[SIZE_AT] & 0x7F;
            for (int i = SIZE_AT + 1; i < SIZE_AT + SIZE_LENGTH; i++) {
                size = (size << 8) | (header[i] & 0xFF);
            }
            return Math.max(0, size);
        }
        var text = new String(header, SIZE_AT, SIZE_LENGTH, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text, 8);
        } catch (NumberFormatException noNumber) {
            // No header then; whoever reads it says so.
            return 0;
        }
    }
}
