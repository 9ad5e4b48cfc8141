package dev.lede.thumbnail.picture.header;

import dev.lede.thumbnail.picture.UnreadablePictureException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes read as numbers. Whoever asks for one beyond the end is told that the picture is broken. */
public record Bytes(byte[] all, boolean littleEndian) {

    /** The highest byte of a number first. */
    public static Bytes bigEndian(byte[] all) {
        return new Bytes(all, false);
    }

    /** The lowest byte of a number first. */
    public static Bytes littleEndian(byte[] all) {
        return new Bytes(all, true);
    }

    /** How many there are. */
    public int length() {
        return all.length;
    }

    /** The byte there. */
    public int u8(long at) {
        if (at < 0 || at >= all.length) {
            throw UnreadablePictureException.broken();
        }
        return all[(int) at] & 0xff;
    }

    /** The number of two bytes there. */
    public int u16(long at) {
        return (int) number(at, 2);
    }

    /** The number of three bytes there. */
    public int u24(long at) {
        return (int) number(at, 3);
    }

    /** The number of four bytes there. */
    public long u32(long at) {
        return number(at, 4);
    }

    private long number(long at, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | u8(littleEndian ? at + length - 1 - i : at + i);
        }
        return number;
    }

    /** Whether this ASCII text stands there; not, where the bytes end before. */
    public boolean has(String text, long at) {
        var wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return at >= 0
                && at + wanted.length <= all.length
                && Arrays.equals(all, (int) at, (int) at + wanted.length, wanted, 0, wanted.length);
    }

    /** A copy of a part. */
    public byte[] slice(long from, long to) {
        if (from < 0 || from > to || to > all.length) {
            throw UnreadablePictureException.broken();
        }
        return Arrays.copyOfRange(all, (int) from, (int) to);
    }
}
