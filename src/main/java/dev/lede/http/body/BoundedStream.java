package dev.lede.http.body;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Supplier;

/** A stream that refuses to go on past a number of bytes. Not thread-safe, as streams are. */
final class BoundedStream extends FilterInputStream {

    private final Supplier<ProblemException> refusal;
    private long left;

    /** @param limit in bytes; a body of exactly so many is still read */
    BoundedStream(InputStream body, Supplier<ProblemException> refusal, long limit) {
        super(body);
        this.refusal = refusal;
        this.left = limit;
    }

    static ProblemException tooLarge(ProblemType type, long limit) {
        return new ProblemException(
                type, String.format(Locale.ROOT, "The body is larger than the %,d bytes allowed here.", limit));
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            count(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public long skip(long octets) throws IOException {
        long skipped = super.skip(octets);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long octets) {
        left -= octets;
        if (left < 0) {
            throw refusal.get();
        }
    }
}
