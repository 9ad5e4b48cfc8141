package dev.lede.ingest.spool.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream one after the other, each without its line feed. Not thread-safe. */
final class Lines {

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int until;
    private boolean ended;

    /** @param longest of a line no more bytes are kept */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Goes on to the next line, which is empty where nothing stands behind the last line feed; gives its bytes' number. */
    long next() throws IOException {
        line.reset();
        long length = 0;
        while (from < until || fill()) {
            int end = endOfLine();
            line.write(buffer, from, (int) Math.min(end - from, Math.max(0, longest - length)));
            length += end - from;
            from = Math.min(end + 1, until);
            if (end < until) {
                return length;
            }
        }
        ended = true;
        return length;
    }

    /** Whether the last line was read. */
    boolean isEnded() {
        return ended;
    }

    /** As much of the line as is kept. */
    byte[] line() {
        return line.toByteArray();
    }

    private boolean fill() throws IOException {
        from = 0;
        until = Math.max(0, in.read(buffer));
        return until > 0;
    }

    /** Where the next line feed stands, or what was read ends. */
    private int endOfLine() {
        int end = from;
        while (end < until && buffer[end] != '\n') {
            end++;
        }
        return end;
    }
}
