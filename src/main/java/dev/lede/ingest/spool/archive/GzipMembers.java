package dev.lede.ingest.spool.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952), member after member until nothing comes any more. What the JDK's own does not promise: it never
 * takes a pause of the sender for the end, refuses what follows and is no member, and goes no deeper for a member that
 * holds nothing. Not thread-safe.
 */
final class GzipMembers extends InputStream {

    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;
    private static final int DEFLATED = 8;
    private static final int HAS_HEADER_SUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream in;
    private final byte[] packed = new byte[1 << 16];
    private int at;
    private int filled;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private boolean inMember;
    private boolean begun;

    GzipMembers(InputStream in) {
        this.in = in;
    }

    /** Whether bytes begin as a member does. */
    static boolean begins(byte[] bytes) {
        return bytes.length == 2 && bytes[0] == FIRST && (bytes[1] & 0xFF) == SECOND;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (length > 0) {
            if (!inMember && !header()) {
                return -1;
            }
            int some = inflate(bytes, from, length);
            if (some > 0) {
                sum.update(bytes, from, some);
                return some;
            }
            if (inflater.finished()) {
                trailer();
            }
        }
        return 0;
    }

    /** Frees its memory; what it reads from stays open. */
    @Override
    public void close() {
        inflater.end();
    }

    private int inflate(byte[] bytes, int from, int length) throws IOException {
        if (inflater.needsInput()) {
            if (at == filled && !fill()) {
                throw cutOff();
            }
            inflater.setInput(packed, at, filled - at);
        }
        try {
            int some = inflater.inflate(bytes, from, length);
            if (inflater.needsDictionary()) {
                throw damaged();
            }
            at = filled - inflater.getRemaining();
            return some;
        } catch (DataFormatException malformed) {
            throw damaged();
        }
    }

    private static IOException damaged() {
        return new IOException("its gzip is damaged");
    }

    private static EOFException cutOff() {
        return new EOFException("it is cut off within its gzip");
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(packed, 0, packed.length));
        return filled > 0;
    }

    /** RFC 1952 §2.3; false when nothing comes any more, but for zeros with which tapes are filled up. */
    private boolean header() throws IOException {
        int first = begun ? pastZeros() : next();
        if (first < 0) {
            return false;
        }
        if (first != FIRST || next() != SECOND) {
            throw new IOException("what follows its gzip is none");
        }
        int method = next();
        int flags = next();
        if (method != DEFLATED || (flags & RESERVED) != 0) {
            throw damaged();
        }
        skipBytes(6);
        if ((flags & HAS_EXTRA) != 0) {
            skipBytes(little(2));
        }
        skipText((flags & HAS_NAME) != 0);
        skipText((flags & HAS_COMMENT) != 0);
        skipBytes((flags & HAS_HEADER_SUM) != 0 ? 2 : 0);
        begun = true;
        inMember = true;
        return true;
    }

    private int pastZeros() throws IOException {
        while (at < filled || fill()) {
            int one = next();
            if (one != 0) {
                return one;
            }
        }
        return -1;
    }

    private void trailer() throws IOException {
        if (little(4) != sum.getValue() || little(4) != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new IOException("its gzip is damaged: the checksum is another");
        }
        inflater.reset();
        sum.reset();
        inMember = false;
    }

    private int next() throws IOException {
        if (at == filled && !fill()) {
            throw cutOff();
        }
        return packed[at++] & 0xFF;
    }

    private long little(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) next() << (8 * i);
        }
        return number;
    }

    private void skipBytes(long bytes) throws IOException {
        for (long i = 0; i < bytes; i++) {
            next();
        }
    }

    private void skipText(boolean isThere) throws IOException {
        while (isThere && next() != 0) {
            // Its name or a comment; what is in it has names of its own.
        }
    }
}
