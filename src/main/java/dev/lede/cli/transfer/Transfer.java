package dev.lede.cli.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * A body to be sent as it is read.
 *
 * @param type its media type; empty for no body
 * @param source opens it, anew for every attempt
 * @param length in bytes, where that is known beforehand
 */
public record Transfer(String type, Source source, Optional<Long> length) {

    /** No body. */
    public static final Transfer NOTHING = new Transfer("", InputStream::nullInputStream, Optional.empty());

    /** Opens a body. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** The same, telling how many bytes more have been read. */
    public Transfer watched(LongConsumer read) {
        return new Transfer(type, () -> new Counted(source.open(), read), length);
    }

    private static final class Counted extends FilterInputStream {

        private final LongConsumer counter;

        Counted(InputStream in, LongConsumer counter) {
            super(in);
            this.counter = counter;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            counter.accept(Math.max(read, 0));
            return read;
        }
    }

    /** For one attempt.
     *
     * @param moved is told whenever a piece is fetched */
    public BodyPublisher publisher(Runnable moved) {
        if (type.isEmpty()) {
            return BodyPublishers.noBody();
        }
        var stream = BodyPublishers.ofInputStream(() -> new Loud(open(), moved));
        return length.filter(bytes -> bytes > 0)
                .<BodyPublisher>map(bytes -> BodyPublishers.fromPublisher(stream, bytes))
                .orElse(stream);
    }

    private InputStream open() {
        try {
            return source.open();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The HTTP client takes an IOException for the end of the body, and would send half of it as if it were whole. */
    private static final class Loud extends InputStream {

        private final InputStream in;
        private final Runnable moved;

        Loud(InputStream in, Runnable moved) {
            this.in = in;
            this.moved = moved;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("Read in pieces");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                moved.run();
                return in.read(buffer, offset, length);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
