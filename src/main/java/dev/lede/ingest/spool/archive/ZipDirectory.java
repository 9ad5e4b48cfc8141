package dev.lede.ingest.spool.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Counts what a zip says that it holds, before anything is made of it: a list of millions of names would be read into
 * memory. .ZIP File Format Specification 4.3.12 to 4.3.16.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_LENGTH = 20;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_LENGTH = 46;
    private static final long OFFSET_64 = 0xFFFFFFFFL;

    private ZipDirectory() {}

    /** How many entries there are, counted up to a number. */
    static long entries(Path zip, long most) throws IOException {
        try (var file = new RandomAccessFile(zip.toFile(), "r")) {
            long at = directory(file);
            long count = 0;
            var header = new byte[HEADER_LENGTH];
            while (count < most && at >= 0 && at + HEADER_LENGTH <= file.length()) {
                file.seek(at);
                file.readFully(header);
                var fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
                if (fields.getInt(0) != HEADER) {
                    break;
                }
                count++;
                at += HEADER_LENGTH
                        + Short.toUnsignedInt(fields.getShort(28))
                        + Short.toUnsignedInt(fields.getShort(30))
                        + Short.toUnsignedInt(fields.getShort(32));
            }
            return count;
        }
    }

    private static long directory(RandomAccessFile file) throws IOException {
        int length = (int) Math.min(file.length(), END_LENGTH + LONGEST_COMMENT + LOCATOR_64_LENGTH);
        var tail = new byte[length];
        file.seek(file.length() - length);
        file.readFully(tail);
        var bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = length - END_LENGTH; at >= 0; at--) {
            if (bytes.getInt(at) == END) {
                long offset = Integer.toUnsignedLong(bytes.getInt(at + 16));
                int locator = at - LOCATOR_64_LENGTH;
                return offset == OFFSET_64 && locator >= 0 && bytes.getInt(locator) == LOCATOR_64
                        ? directory64(file, bytes.getLong(locator + 8))
                        : offset;
            }
        }
        throw new IOException("no end of a zip");
    }

    private static long directory64(RandomAccessFile file, long end) throws IOException {
        var fields = new byte[56];
        if (end < 0 || end + fields.length > file.length()) {
            throw new IOException("no end of a zip where it says");
        }
        file.seek(end);
        file.readFully(fields);
        return ByteBuffer.wrap(fields).order(ByteOrder.LITTLE_ENDIAN).getLong(48);
    }
}
