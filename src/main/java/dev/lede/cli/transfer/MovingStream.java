package dev.lede.cli.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that tells whenever something came through it. */
public final class MovingStream extends FilterInputStream {

    private final Runnable moved;

    public MovingStream(InputStream in, Runnable moved) {
        super(in);
        this.moved = moved;
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        moved.run();
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, length);
        moved.run();
        return read;
    }
}
