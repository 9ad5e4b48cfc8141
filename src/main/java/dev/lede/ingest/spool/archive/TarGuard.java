package dev.lede.ingest.spool.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lets a tar through, but for headers of headers (long names, PAX records) that are too large or too many to be meant:
 * whoever reads them holds them in memory. It follows the blocks as POSIX.1-2017, pax, "ustar Interchange Format", lays them out.
 */
final class TarGuard extends FilterInputStream {

    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int TYPE_AT = 156;
    private static final String DESCRIBING_TYPES = "xgXLKNV";
    private static final long LARGEST = 1 << 20;
    /** One file has a long name, a long link and records at most; whoever reads them goes one call deeper for each. */
    private static final int MOST_IN_A_ROW = 8;

    private final byte[] header = new byte[BLOCK];
    private int inHeader;
    private int inARow;
    private long ofContent;

    TarGuard(InputStream tar) {
        super(tar);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        for (int at = 0; at < read; ) {
            at += ofContent > 0 ? content(read - at) : header(bytes, from + at, read - at);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 1 << 16)).length;
    }

    private int content(int there) {
        int passed = (int) Math.min(there, ofContent);
        ofContent -= passed;
        return passed;
    }

    private int header(byte[] bytes, int at, int there) throws IOException {
        int passed = Math.min(there, BLOCK - inHeader);
        System.arraycopy(bytes, at, header, inHeader, passed);
        inHeader += passed;
        if (inHeader == BLOCK) {
            inHeader = 0;
            long size = size();
            var describes = DESCRIBING_TYPES.indexOf(header[TYPE_AT]) >= 0;
            inARow = describes ? inARow + 1 : 0;
            if ((describes && size > LARGEST) || inARow > MOST_IN_A_ROW) {
                throw new IOException("headers of headers without end");
            }
            ofContent = (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        return passed;
    }

    private long size() {
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
